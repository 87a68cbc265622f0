package org.voltrail.model.battery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/** Form and normal form of each scheme of additional names. */
final class Identities {
    private static final Pattern SERIAL = Pattern.compile("[\\x21-\\x7E]{1,64}");
    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}(/[A-Z0-9]{1,8})?");
    private static final String VIN_FORM = "17 characters without I, O, Q; for several batteries in a vehicle followed by /position";

    private Identities() {}

    static void validate(Identity identity, Check check) {
        String value = identity.value().strip();
        switch (identity.scheme()) {
            case GIAI -> Gs1.giai(check, "value", value);
            case GBT_34014 -> Gbt34014.validate(check, "value", value);
            case SERIAL -> check.matches("value", value, SERIAL, "1 to 64 printable ASCII characters without blanks");
            case VIN -> check.matches("value", value.toUpperCase(Locale.ROOT), VIN, VIN_FORM);
            case URI -> uri(check, value);
        }
    }

    static String normalise(IdentityScheme scheme, String text, String manufacturerMsp) {
        String value = text.strip();
        return switch (scheme) {
            case GIAI -> Gs1.giai(Check.root(), "value", value);
            case GBT_34014 -> Gbt34014.normalise(value);
            case SERIAL -> value.startsWith(manufacturerMsp + "/") ? value : manufacturerMsp + "/" + value;
            case VIN -> value.toUpperCase(Locale.ROOT);
            case URI -> uri(Check.root(), value);
        };
    }

    /** An absolute URI with scheme and host in lower case. */
    private static String uri(Check check, String text) {
        try {
            URI uri = new URI(text);
            check.holds("value", uri.isAbsolute(), "The URI is not absolute.");
            check.holds("value", !PassportId.reads(text), "A passport identifier is a battery's own id, not an additional name.");
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String rest = text.substring(text.indexOf(':') + 1);
            return scheme + ":" + (uri.getRawAuthority() == null ? rest : lowerAuthority(uri, rest));
        } catch (URISyntaxException e) {
            throw check.error(ErrorCode.INVALID_FIELD, "value", "Not a URI.").comparing("an absolute URI", text).exception();
        }
    }

    private static String lowerAuthority(URI uri, String rest) {
        String authority = uri.getRawAuthority();
        return "//" + authority.toLowerCase(Locale.ROOT) + rest.substring(2 + authority.length());
    }
}
