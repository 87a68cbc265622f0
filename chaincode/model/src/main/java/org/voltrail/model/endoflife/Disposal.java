package org.voltrail.model.endoflife;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * How and why batteries were disposed of. Collected batteries may not be disposed of (Regulation (EU) 2023/1542 Art. 70(1)), so
 * a reason is part of the record.
 *
 * @param operation disposal operation
 * @param facility name or GLN of the facility, at most 128 characters
 * @param disposedOn when, {@code yyyy-MM-dd}
 * @param reason why they could not be recycled, at most 512 characters
 * @param certificate proof
 */
public record Disposal(
        DisposalOperation operation, String facility, String disposedOn, String reason, DisposalCertificate certificate)
        implements Validated {
    @Override
    public void validate(Check check) {
        check.required("operation", operation);
        check.text("facility", facility, 128);
        check.date("disposedOn", disposedOn);
        check.text("reason", reason, Check.TEXT_MAX);
        check.nested("certificate", certificate);
    }
}
