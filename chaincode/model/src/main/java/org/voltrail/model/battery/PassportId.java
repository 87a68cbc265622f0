package org.voltrail.model.battery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;

/**
 * A battery passport's unique identifier (Art. 77(3) of Regulation (EU) 2023/1542): a GS1 Digital Link with GTIN and serial
 * number, or a {@code did:web}.
 *
 * <p>Normal form of a Digital Link: {@code https://host[/prefix]/01/{GTIN-14}/21/{serial}}, host in lower case, no query, no
 * further qualifiers, serial with reserved characters percent-encoded. The host is where the label's QR code leads; it does not
 * distinguish batteries: GTIN and serial alone do, and {@link #key} leaves the host out.
 *
 * <p>Read in any pasted form: Digital Link with shorter GTIN, other qualifiers, query, fragment, upper-case host, {@code http};
 * element strings {@code (01)…(21)…} and raw ones with or without symbology identifier and FNC1; surrounded by blanks, quotes or
 * angle brackets.
 *
 * @param uri normal form
 * @param key what identifies the battery: {@code 01/{GTIN-14}/21/{serial}} or the DID
 */
public record PassportId(String uri, String key) {
    /** Resolver that stands in the URI when the pasted form names none; GS1's own. */
    public static final String DEFAULT_RESOLVER = "https://id.gs1.org";

    /** Longest URI, in characters. */
    public static final int LENGTH_MAX = 256;

    private static final String HTTPS = "https://";
    private static final String GTIN = "/01/";
    private static final String SERIAL_KEY = "/21/";
    private static final int GTIN_DIGITS = 14;
    private static final int SERIAL_MAX = 20;
    private static final Pattern LINK = Pattern.compile("(?i:https?)://([A-Za-z0-9.-]+(?::[0-9]{1,5})?)((?:/[A-Za-z0-9._~-]+)*?)/(?:01|gtin)/([0-9]{8,14})((?:/[^/?#]+/[^/?#]+)*?)/(?:21|ser)/([^/?#]+)/?(?:[/?#].*)?");
    private static final Pattern BRACKETS = Pattern.compile("\\(01\\)([0-9]{14})(?:\\((?:10|22)\\)[^()]{1,20})*\\(21\\)(.{1,20})");
    private static final Pattern RAW = Pattern.compile("(?:\\][A-Za-z][0-9])?\\x1D?01([0-9]{14})(?:(?:10|22)[^\\x1D]{1,20}\\x1D)*21([^\\x1D]{1,20})(?:\\x1D.*)?");
    private static final Pattern SERIAL = Pattern.compile("[!-\"%-/0-9:-?A-Z_a-z]{1,20}");
    private static final Pattern DID = Pattern.compile("did:web:([A-Za-z0-9.-]+(?:%3[Aa][0-9]{1,5})?)((?::[A-Za-z0-9._%-]+)*)");
    private static final Pattern PASTED = Pattern.compile("^[\\s\"'<\\u200B\\uFEFF]+|[\\s\"'>\\u200B\\uFEFF]+$");

    /**
     * Reads an identifier.
     *
     * @param field where it stands in the request, for the error
     * @throws LedgerException {@code INVALID_FIELD}, or {@code CHECK_DIGIT} if the GTIN's is wrong
     */
    public static PassportId parse(Check check, String field, String text) {
        check.required(field, text);
        int gtin = plainGtin(text);
        if (gtin > 0) {
            Gs1.gtin14(check, field, text.substring(gtin, gtin + GTIN_DIGITS));
            return new PassportId(text, keyOf(text));
        }
        return parsePasted(check, field, PASTED.matcher(text).replaceAll(""));
    }

    /**
     * Where the GTIN begins in {@code https://host/01/{14 digits}/21/{unreserved}}, or -1 if the text is of any other form. Nearly
     * all ids are of this form, and large batches are parsed several times: this is ten times as fast as a regular expression.
     */
    private static int plainGtin(String text) {
        int serial = text.lastIndexOf(SERIAL_KEY) + SERIAL_KEY.length();
        int gtin = serial - SERIAL_KEY.length() - GTIN_DIGITS;
        int key = gtin - GTIN.length();
        boolean placed = key > HTTPS.length() && text.startsWith(HTTPS) && text.startsWith(GTIN, key) && text.length() <= LENGTH_MAX;
        if (!placed || text.length() == serial || text.length() - serial > SERIAL_MAX) {
            return -1;
        }
        return digits(text, gtin) && unreserved(text, serial, true) && unreserved(text, key, false) ? gtin : -1;
    }

    private static boolean digits(String text, int from) {
        for (int i = from; i < from + GTIN_DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether the serial, from an index on, or the host, up to an index, is made of characters that need no thought. */
    private static boolean unreserved(String text, int index, boolean serial) {
        int end = serial ? text.length() : index;
        for (int i = serial ? index : HTTPS.length(); i < end; i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            if (!plain && !(serial && (c >= 'A' && c <= 'Z' || c == '_'))) {
                return false;
            }
        }
        return true;
    }

    /** The key of an identifier in its normal form. */
    public static String keyOf(String uri) {
        int serial = uri.lastIndexOf(SERIAL_KEY);
        return uri.startsWith(HTTPS) ? uri.substring(serial - GTIN_DIGITS - GTIN.length() + 1) : uri;
    }

    /** Reads an identifier that does not stand in a field. */
    public static PassportId parse(String text) {
        return parse(Check.root(), "battery", text);
    }

    /** Whether a text is an identifier of this kind. */
    public static boolean reads(String text) {
        try {
            parse(text);
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }

    /** The normal form of an identifier; see {@link #parse(Check, String, String)}. */
    public static String normalise(String text) {
        return parse(text).uri();
    }

    private static PassportId parsePasted(Check check, String field, String text) {
        Matcher link = LINK.matcher(text);
        if (link.matches()) {
            String base = "https://" + link.group(1).toLowerCase(Locale.ROOT) + link.group(2);
            return gs1(check, field, base, link.group(3), decoded(check, field, link.group(5)));
        }
        Matcher did = DID.matcher(text);
        return did.matches() ? did(check, field, did) : parseElements(check, field, text);
    }

    private static PassportId parseElements(Check check, String field, String text) {
        for (Pattern form : new Pattern[] {BRACKETS, RAW}) {
            Matcher elements = form.matcher(text);
            if (elements.matches()) {
                return gs1(check, field, DEFAULT_RESOLVER, elements.group(1), elements.group(2));
            }
        }
        throw wrong(check, field, text);
    }

    private static PassportId gs1(Check check, String field, String base, String gtin, String serial) {
        check.matches(field, serial, SERIAL, "a serial of 1 to 20 characters that GS1 allows in AI 21");
        String key = "01/" + Gs1.gtin14(check, field, gtin) + "/21/" + encoded(serial);
        return checked(check, field, base + "/" + key, key);
    }

    private static PassportId did(Check check, String field, Matcher did) {
        String uri = "did:web:" + did.group(1).toLowerCase(Locale.ROOT).replace("%3a", "%3A") + did.group(2);
        return checked(check, field, uri, uri);
    }

    private static PassportId checked(Check check, String field, String uri, String key) {
        if (uri.length() > LENGTH_MAX) {
            throw wrong(check, field, uri);
        }
        return new PassportId(uri, key);
    }

    private static String decoded(Check check, String field, String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(check, field, part);
        }
    }

    /** Percent-encodes everything but letters, digits, '-', '.', '_'. */
    private static String encoded(String serial) {
        StringBuilder text = new StringBuilder();
        for (char c : serial.toCharArray()) {
            boolean plain = Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }

    private static LedgerException wrong(Check check, String field, String text) {
        String shown = text.length() <= 80 ? text : text.substring(0, 80) + "…";
        return check.error(ErrorCode.INVALID_FIELD, field, "Not a battery passport identifier.")
                .comparing("https://host/01/{GTIN}/21/{serial}, (01){GTIN}(21){serial} or did:web:…", shown)
                .exception();
    }
}
