package org.voltrail.model.oversight;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/** Legal Entity Identifiers, ISO 17442. */
final class Lei {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Lei() {}

    static void validate(Check check, String field, String text) {
        check.matches(field, text, FORM, "18 letters or digits and 2 check digits");
        if (!balanced(text)) {
            throw check.error(ErrorCode.CHECK_DIGIT, field, "The check digits are wrong.").exception();
        }
    }

    /** ISO 7064 MOD 97-10, letters counting from A = 10. */
    private static boolean balanced(String characters) {
        StringBuilder number = new StringBuilder();
        characters.chars().forEach(character -> number.append(Character.getNumericValue(character)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
