package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the recalls.
 *
 * @param recalls in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record RecallPage(List<RecallNotice> recalls, @Nullable String bookmark) {
    /** Copies the list. */
    public RecallPage {
        recalls = Copies.list(recalls);
    }
}
