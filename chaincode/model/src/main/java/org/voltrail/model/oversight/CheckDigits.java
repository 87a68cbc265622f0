package org.voltrail.model.oversight;

import java.math.BigInteger;

/** Check digits of organisations' numbers. */
final class CheckDigits {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** GS1 General Specifications 7.9: weights 3 and 1 from the right, last digit completes to a multiple of ten. */
    static boolean gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    /** ISO 7064 MOD 97-10, letters counting from A = 10. */
    static boolean mod97(String characters) {
        StringBuilder number = new StringBuilder();
        characters.chars().forEach(character -> number.append(Character.getNumericValue(character)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
