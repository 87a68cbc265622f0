package org.voltrail.scenarios;

import org.voltrail.model.battery.Condition;
import org.voltrail.model.custody.CustodyCommand;

/** The least that can happen to a battery: its holder looks at it. */
final class Conditions {
    private Conditions() {}

    /** A sound battery is found sound. */
    static CustodyCommand.RecordCondition sound(String battery, String note) {
        return new CustodyCommand.RecordCondition(battery, Condition.SOUND, "Hall 3", note, null);
    }
}
