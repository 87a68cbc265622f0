package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;

/**
 * A finding of the authority, stored under {@code finding~findingId}.
 *
 * @param findingId id of the finding
 * @param report what was found
 * @param recordedAt time of the transaction, ISO 8601 UTC
 * @param closedAt when it was closed, null while it is open
 * @param resolution how it was remedied
 */
public record Finding(
        String findingId,
        FindingReport report,
        String recordedAt,
        @Nullable String closedAt,
        @Nullable String resolution) {
    /** Whether it is still to be remedied. */
    public boolean open() {
        return closedAt == null;
    }

    /** The same, closed. */
    public Finding closed(String at, String how) {
        return new Finding(findingId, report, recordedAt, at, how);
    }
}
