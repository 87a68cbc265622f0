package org.voltrail.model.battery;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;
import org.voltrail.model.json.CanonicalJson;

/**
 * Details of a battery that are not for everybody: detailed composition, dismantling information, commercial terms. Only the
 * hash of their canonical JSON is on the channel; the salt keeps others from guessing what it stands for. Fabric's own hash of
 * the private value is the same.
 *
 * @param salt 32 to 128 hexadecimal digits, random
 * @param document any text, mostly JSON, at most 65,536 characters
 */
public record PrivateDetails(String salt, String document) implements Validated {
    /** Key of the details in the transient map. */
    public static final String TRANSIENT_KEY = "details";

    /** Longest document, in characters. */
    public static final int DOCUMENT_MAX = 65_536;

    private static final java.util.regex.Pattern SALT = java.util.regex.Pattern.compile("[0-9a-f]{32,128}");

    @Override
    public void validate(Check check) {
        check.matches("salt", check.required("salt", salt), SALT, "32 to 128 lower-case hexadecimal digits");
        check.range("document.length", check.required("document", document).length(), 1, DOCUMENT_MAX);
    }

    /** Hexadecimal SHA-256 of the canonical JSON. */
    public String hash() {
        return CanonicalJson.sha256(this);
    }
}
