package org.voltrail.model.battery;

import java.nio.charset.StandardCharsets;
import org.voltrail.model.json.CanonicalJson;

/**
 * The code that a consumer shows when handing a battery in. Only its hash, bound to the battery, is on the ledger; the code
 * itself travels in the transient map. Codes should be random: at least 12 characters.
 */
public final class HandInCode {
    /** Key of the code in the transient map. */
    public static final String TRANSIENT_KEY = "handInCode";

    private HandInCode() {}

    /** Hexadecimal SHA-256 of battery id, a line feed, and the code. */
    public static String hash(String batteryId, String code) {
        return CanonicalJson.sha256((batteryId + "\n" + code).getBytes(StandardCharsets.UTF_8));
    }
}
