package org.voltrail.model.battery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/** Keys of the GS1 General Specifications: check digits and forms. */
public final class Gs1 {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern GIAI = Pattern.compile("[0-9]{4,12}[!-\"%-/0-9:-?A-Z_a-z]{1,26}");
    private static final Pattern GIAI_IN_TEXT = Pattern.compile("(?:.*/8004/|\\(8004\\)|8004(?=[0-9]{5}))(.+)");

    private Gs1() {}

    /**
     * Check digit for a key whose last digit is missing: weights 3 and 1 from the right, to the next multiple of ten
     * (GS1 General Specifications, section 7.9).
     */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int fromRight = digits.length() - 1 - i;
            sum += (digits.charAt(i) - '0') * (fromRight % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /**
     * A GTIN of 8, 12, 13 or 14 digits as 14 digits.
     *
     * @throws org.voltrail.model.LedgerException {@code INVALID_FIELD} or {@code CHECK_DIGIT}
     */
    public static String gtin14(Check check, String field, String text) {
        boolean form = DIGITS.matcher(text).matches() && (text.length() == 8 || (text.length() >= 12 && text.length() <= 14));
        if (!form) {
            throw check.error(ErrorCode.INVALID_FIELD, field, "Not a GTIN.").comparing("8, 12, 13 or 14 digits", text).exception();
        }
        demandCheckDigit(check, field, text);
        return "0".repeat(14 - text.length()) + text;
    }

    /**
     * A Global Location Number: 13 digits with a check digit.
     *
     * @throws org.voltrail.model.LedgerException {@code INVALID_FIELD} or {@code CHECK_DIGIT}
     */
    public static String gln(Check check, String field, String text) {
        if (text.length() != 13 || !DIGITS.matcher(text).matches()) {
            throw check.error(ErrorCode.INVALID_FIELD, field, "Not a GLN.").comparing("13 digits", text).exception();
        }
        demandCheckDigit(check, field, text);
        return text;
    }

    /**
     * A Global Individual Asset Identifier, from its bare form, element string or Digital Link. It has no check digit; at most
     * 30 characters, beginning with a numeric company prefix.
     *
     * @throws org.voltrail.model.LedgerException {@code INVALID_FIELD}
     */
    public static String giai(Check check, String field, String text) {
        Matcher wrapped = GIAI_IN_TEXT.matcher(text);
        String bare = wrapped.matches() ? decoded(wrapped.group(1).split("[?#]", 2)[0]) : text;
        if (bare.length() > 30 || !GIAI.matcher(bare).matches()) {
            throw check.error(ErrorCode.INVALID_FIELD, field, "Not a GIAI.")
                    .comparing("company prefix and reference, at most 30 characters", text)
                    .exception();
        }
        return bare;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void demandCheckDigit(Check check, String field, String key) {
        char expected = checkDigit(key.substring(0, key.length() - 1));
        char actual = key.charAt(key.length() - 1);
        if (expected != actual) {
            throw check.error(ErrorCode.CHECK_DIGIT, field, "The check digit is wrong.")
                    .comparing(expected, actual)
                    .advising("Compare the number with the label, digit by digit.")
                    .exception();
        }
    }
}
