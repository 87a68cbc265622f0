package org.voltrail.model.battery;

/**
 * The organisations that answer for a battery, as MSP ids.
 *
 * @param manufacturer registered it; never changes
 * @param operator responsible economic operator (Art. 77(4)); moves on succession
 * @param holder has custody; the battery's key needs its endorsement
 */
public record Parties(String manufacturer, String operator, String holder) {
    /** The same with another holder. */
    public Parties heldBy(String msp) {
        return new Parties(manufacturer, operator, msp);
    }
}
