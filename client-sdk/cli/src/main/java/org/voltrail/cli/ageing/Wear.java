package org.voltrail.cli.ageing;

/**
 * What a cell has been through.
 *
 * @param discharges number of discharges
 * @param ampereHours charge taken from it over its life
 * @param wattHours energy taken from it over its life
 */
public record Wear(long discharges, double ampereHours, double wattHours) {

    /** A new cell. */
    public static final Wear NONE = new Wear(0, 0, 0);

    /**
     * After one more discharge.
     *
     * @param moreAmpereHours charge taken
     * @param moreWattHours energy taken
     * @return the sum
     */
    public Wear plus(double moreAmpereHours, double moreWattHours) {
        return new Wear(discharges + 1, ampereHours + moreAmpereHours, wattHours + moreWattHours);
    }

    /**
     * Full equivalent cycles (Annex VII B of Regulation (EU) 2023/1542).
     *
     * @param rating of the cell
     * @return charge taken over rated capacity
     */
    public double fullCycles(CellRating rating) {
        return ampereHours / rating.ampereHours();
    }
}
