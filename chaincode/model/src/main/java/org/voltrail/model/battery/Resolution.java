package org.voltrail.model.battery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * The battery that a name leads to.
 *
 * @param battery its id
 * @param matched the additional name that matched, null if it was the passport identifier
 * @param warnings what is doubtful about the name
 */
public record Resolution(String battery, @Nullable Identity matched, List<String> warnings) {
    /** Copies the list. */
    public Resolution {
        warnings = Copies.list(warnings);
    }
}
