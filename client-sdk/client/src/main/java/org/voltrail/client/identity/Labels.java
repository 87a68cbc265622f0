package org.voltrail.client.identity;

import java.util.regex.Pattern;

/** The form of a wallet's labels. */
final class Labels {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_@-][A-Za-z0-9._@-]{0,99}");

    private Labels() {}

    static String require(String label) {
        if (!FORM.matcher(label).matches()) {
            throw new IdentityException(
                    "A label has 1 to 100 characters of [A-Za-z0-9._@-] and does not begin with a dot, not \"" + label + "\"");
        }
        return label;
    }
}
