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

    private static final Pattern NORMAL = Pattern.compile("https://[a-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*?/(01/([0-9]{14})/21/[A-Za-z0-9._-]{1,20})");
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
        Matcher normal = NORMAL.matcher(text);
        if (normal.matches() && text.length() <= LENGTH_MAX) {
            Gs1.gtin14(check, field, normal.group(2));
            return new PassportId(text, normal.group(1));
        }
        return parsePasted(check, field, PASTED.matcher(text).replaceAll(""));
    }

    /** Reads an identifier that does not stand in a field. */
    public static PassportId parse(String text) {
        return parse(Check.root(), "battery", text);
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
