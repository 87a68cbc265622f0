package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;

/**
 * A recall (Regulation (EU) 2023/1542 Art. 79 to 84), stored under {@code recall~recallId}. The ids of single batteries are kept
 * apart, in pages.
 *
 * @param recallId id of the recall
 * @param manufacturer MSP id of the manufacturer, for a recall of a model
 * @param model model, or null for single batteries
 * @param batch batch, or null for all of the model
 * @param batteries number of single batteries named
 * @param pages number of pages of their ids
 * @param cleared number of pages whose batteries no longer carry the recall after it was closed
 * @param risk what may happen
 * @param measure what holders must do
 * @param openedAt time of the transaction, ISO 8601 UTC
 * @param closedAt when it was closed, null while it is open
 * @param outcome how it ended
 */
public record RecallNotice(
        String recallId,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String batch,
        int batteries,
        int pages,
        int cleared,
        String risk,
        String measure,
        String openedAt,
        @Nullable String closedAt,
        @Nullable String outcome) {
    /** Whether it is in force. */
    public boolean open() {
        return closedAt == null;
    }

    /** The same with another page of single batteries. */
    public RecallNotice extended(int more) {
        return new RecallNotice(recallId, manufacturer, model, batch, batteries + more, pages + 1, cleared, risk, measure, openedAt, closedAt, outcome);
    }

    /** The same, closed. */
    public RecallNotice closed(String at, String how) {
        return new RecallNotice(recallId, manufacturer, model, batch, batteries, pages, cleared, risk, measure, openedAt, at, how);
    }

    /** The same with that many pages cleared. */
    public RecallNotice cleared(int upTo) {
        return new RecallNotice(recallId, manufacturer, model, batch, batteries, pages, upTo, risk, measure, openedAt, closedAt, outcome);
    }
}
