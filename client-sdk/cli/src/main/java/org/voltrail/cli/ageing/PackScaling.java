package org.voltrail.cli.ageing;

/**
 * How the cells of a pack are connected, to carry a cell's test over to the pack it stands for.
 *
 * @param series cells in series, 1 or more: they add up voltage
 * @param parallel strings in parallel, 1 or more: they add up capacity
 */
public record PackScaling(int series, int parallel) {

    /** A single cell. */
    public static final PackScaling CELL = new PackScaling(1, 1);

    /** Checks the ranges. */
    public PackScaling {
        if (series < 1 || parallel < 1) {
            throw new IllegalArgumentException("A pack has at least one cell in series and one in parallel.");
        }
    }

    /**
     * The pack's capacity.
     *
     * @param ampereHours of a cell
     * @return milliampere-hours of the pack, rounded
     */
    public long milliampereHours(double ampereHours) {
        return Math.round(ampereHours * parallel * 1000);
    }

    /**
     * The pack's energy.
     *
     * @param wattHours of a cell
     * @return watt-hours of the pack, rounded
     */
    public long wattHours(double wattHours) {
        return Math.round(wattHours * series * parallel);
    }

    /**
     * The pack's resistance.
     *
     * @param ohms of a cell
     * @return micro-ohms of the pack without its wiring, rounded
     */
    public long microOhms(double ohms) {
        return Math.round(ohms * series / parallel * 1_000_000);
    }

    /**
     * The pack's voltage.
     *
     * @param volts of a cell
     * @return millivolts of the pack, rounded
     */
    public long millivolts(double volts) {
        return Math.round(volts * series * 1000);
    }
}
