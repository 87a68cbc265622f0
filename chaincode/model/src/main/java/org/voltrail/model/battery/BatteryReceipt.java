package org.voltrail.model.battery;

import java.util.List;
import org.voltrail.model.Copies;

/**
 * What a command on one battery answers.
 *
 * @param battery the battery's id in its normal form
 * @param seq number of the event that the command appended
 * @param head hash of that event
 * @param stage stage after the command
 * @param warnings what was accepted but is doubtful, one sentence each
 */
public record BatteryReceipt(String battery, long seq, String head, Stage stage, List<String> warnings) {
    /** Copies the list. */
    public BatteryReceipt {
        warnings = Copies.list(warnings);
    }

    /** A receipt for a battery's present state. */
    public static BatteryReceipt of(Battery battery) {
        return of(battery, List.of());
    }

    /** A receipt with warnings. */
    public static BatteryReceipt of(Battery battery, List<String> warnings) {
        return new BatteryReceipt(battery.id(), battery.seq(), battery.head(), battery.stage(), warnings);
    }
}
