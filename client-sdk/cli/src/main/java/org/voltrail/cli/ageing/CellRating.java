package org.voltrail.cli.ageing;

/**
 * What a cell is rated for, and between which voltages its capacity is counted.
 *
 * @param ampereHours rated capacity, more than 0
 * @param nominalVolts nominal voltage
 * @param fullVolts voltage at rest of a fully charged cell
 * @param cutOffVolts voltage under load at which a capacity test ends
 */
public record CellRating(double ampereHours, double nominalVolts, double fullVolts, double cutOffVolts) {

    /**
     * The 18650 cells of the NASA battery ageing data set (Saha and Goebel, 2007): 2 Ah, charged to 4.2 V; the capacity the
     * data set records is counted down to 2.7 V whatever voltage the discharge itself went on to.
     */
    public static final CellRating NASA_18650 = new CellRating(2.0, 3.7, 4.2, 2.7);

    /** Checks the ranges. */
    public CellRating {
        if (!(ampereHours > 0 && fullVolts > cutOffVolts && cutOffVolts > 0)) {
            throw new IllegalArgumentException("A rating needs a capacity above 0 and full voltage > cut-off voltage > 0.");
        }
    }

    /** {@return the rated energy in watt-hours: rated capacity at nominal voltage} */
    public double wattHours() {
        return ampereHours * nominalVolts;
    }
}
