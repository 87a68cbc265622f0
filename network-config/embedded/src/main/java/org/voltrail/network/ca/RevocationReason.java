package org.voltrail.network.ca;

import java.util.Locale;
import java.util.Map;

/** RFC 5280's reasons for a revocation, by the names that Fabric CA gives them. */
final class RevocationReason {
    private static final Map<String, Integer> NUMBERS = Map.of(
            "unspecified", 0, "keycompromise", 1, "cacompromise", 2, "affiliationchanged", 3, "superseded", 4,
            "cessationofoperation", 5, "certificatehold", 6, "removefromcrl", 8, "privilegewithdrawn", 9, "aacompromise", 10);

    private RevocationReason() {}

    /** The reason's number; 0 where the name is not known, as in Fabric CA. */
    static int number(String name) {
        return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }
}
