package org.voltrail.model.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * A page of anchors.
 *
 * @param anchors in the order of device and time
 * @param bookmark for the next page, null if this is the last
 */
public record AnchorPage(List<Anchor> anchors, @Nullable String bookmark) {
    /** Copies the list. */
    public AnchorPage {
        anchors = Copies.list(anchors);
    }
}
