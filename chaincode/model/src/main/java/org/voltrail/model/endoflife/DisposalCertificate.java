package org.voltrail.model.endoflife;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * Proof that batteries were disposed of.
 *
 * @param number number of the certificate, at most 64 characters
 * @param issuer who issued it, at most 128 characters
 * @param issuedOn when, {@code yyyy-MM-dd}
 * @param sha256 hexadecimal SHA-256 of the document
 */
public record DisposalCertificate(String number, String issuer, String issuedOn, String sha256) implements Validated {
    @Override
    public void validate(Check check) {
        check.text("number", number, 64);
        check.text("issuer", issuer, 128);
        check.date("issuedOn", issuedOn);
        check.sha256("sha256", sha256);
    }
}
