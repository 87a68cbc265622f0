package org.voltrail.cli.ageing;

/** How a cell ages under a way of use. Implementations are immutable and safe for use by several threads. */
public interface AgeingLaw {

    /**
     * The state of a cell after a while.
     *
     * @param usage how it is used
     * @param days since it was made, 0 or more
     * @return what is left of its capacity and how its resistance has grown
     */
    Ageing after(Usage usage, double days);

    /**
     * How a cell is used.
     *
     * @param celsius mean temperature
     * @param storageVolts mean open-circuit voltage over its life
     * @param cyclingVolts root mean square of the open-circuit voltage while it is cycled
     * @param depthOfDischarge share of the capacity used in a cycle, above 0 up to 1
     * @param cyclesPerDay cycles of that depth a day
     */
    record Usage(
            double celsius, double storageVolts, double cyclingVolts, double depthOfDischarge, double cyclesPerDay) {

        /**
         * Full equivalent cycles after a while.
         *
         * @param days since the cell was made
         * @return charge drawn over the capacity of the new cell
         */
        public double fullCycles(double days) {
            return days * cyclesPerDay * depthOfDischarge;
        }
    }

    /**
     * The state of an aged cell.
     *
     * @param capacity share of the initial capacity that is left, 0 to 1
     * @param resistance factor on the initial resistance, 1 or more
     * @param fullCycles full equivalent cycles it has done
     */
    record Ageing(double capacity, double resistance, double fullCycles) {}
}
