package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * What the authority has found.
 *
 * @param subject what it is about; must be on the ledger
 * @param severity how grave it is
 * @param title short title, at most 128 characters
 * @param text what was found, at most 512 characters
 * @param evidenceSha256 hash of a document that proves it
 * @param remedyUntil day by which it is to be remedied, {@code yyyy-MM-dd}
 */
public record FindingReport(
        FindingSubject subject,
        Severity severity,
        String title,
        String text,
        @Nullable String evidenceSha256,
        @Nullable String remedyUntil)
        implements Validated {
    @Override
    public void validate(Check check) {
        check.nested("subject", subject);
        check.required("severity", severity);
        check.text("title", title, 128);
        check.text("text", text, Check.TEXT_MAX);
        if (evidenceSha256 != null) {
            check.sha256("evidenceSha256", evidenceSha256);
        }
        if (remedyUntil != null) {
            check.date("remedyUntil", remedyUntil);
        }
    }

    /** How grave a finding is. */
    public enum Severity {
        /** To be noted. */
        MINOR,
        /** To be remedied. */
        MAJOR,
        /** Endangers people or the environment. */
        CRITICAL
    }
}
