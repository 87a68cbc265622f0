package org.voltrail.model.battery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/** Lists of battery ids in requests. */
public final class BatteryIds {
    private BatteryIds() {}

    /** The ids in their normal form. */
    public static List<String> normalise(List<String> ids) {
        return ids.stream().map(PassportId::normalise).toList();
    }

    /**
     * Checks that the list is neither empty nor too long, and that its entries are passport identifiers that name no battery twice.
     *
     * @throws org.voltrail.model.LedgerException {@code INVALID_FIELD}, {@code CHECK_DIGIT}, {@code BATCH_TOO_LARGE} or {@code DUPLICATE_IN_BATCH}
     */
    public static void validate(Check check, String field, List<String> ids, int max) {
        check.size(field, ids, max);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String position = field + "[" + i + "]";
            if (!seen.add(PassportId.parse(check, position, ids.get(i)).key())) {
                throw check.error(ErrorCode.DUPLICATE_IN_BATCH, position, "The battery is named twice.").comparing(null, ids.get(i)).exception();
            }
        }
    }
}
