package org.voltrail.model.endoflife;

import java.util.List;
import org.voltrail.model.Copies;

/**
 * The batteries that one transaction put into a lot, stored under {@code lot-intake~lotId~number}; never changed.
 *
 * @param lotId the lot
 * @param number number of the intake, from 1
 * @param batteries the batteries with their masses
 * @param enteredAt time of the transaction, ISO 8601 UTC
 */
public record LotIntake(String lotId, int number, List<Entry> batteries, String enteredAt) {
    /** Copies the list. */
    public LotIntake {
        batteries = Copies.list(batteries);
    }

    /**
     * A battery in a lot.
     *
     * @param battery id of the battery
     * @param massMg mass that it brought in, in mg
     */
    public record Entry(String battery, long massMg) {}
}
