package org.voltrail.model.battery;

import java.util.List;
import org.voltrail.model.Copies;

/**
 * What a batch registration answers; all of its batteries are registered.
 *
 * @param count number of batteries
 * @param warnings what was accepted but is doubtful, with the position in the batch; the first 20
 */
public record BatchReceipt(int count, List<String> warnings) {
    /** Copies the list. */
    public BatchReceipt {
        warnings = Copies.list(warnings);
    }
}
