package org.voltrail.cli.ageing;

import java.util.OptionalDouble;

/**
 * What a discharge curve says about a cell.
 *
 * @param cell name of the cell
 * @param cycle number of the discharge in the cell's record of charges and discharges
 * @param wear what the cell had been through, this discharge included
 * @param ampereHours charge taken from full to the cut-off voltage, by coulomb counting
 * @param wattHours energy taken over the same stretch
 * @param ohms direct-current resistance from the first voltage drop under load; empty when the curve has no reading
 *     at rest before the load
 * @param resistanceSeconds time from the load's start at the earliest to the reading that gave the resistance
 * @param meanAmperes mean current while discharging
 * @param ambientCelsius temperature of the chamber
 * @param minCelsius lowest surface temperature up to the cut-off
 * @param maxCelsius highest surface temperature up to the cut-off
 * @param seconds time under load until the cut-off
 * @param cutOffReached whether the discharge got to the cut-off voltage: if not, it was aborted and its capacity says nothing
 * @param sha256 lower-case hex SHA-256 of the raw curve
 */
public record DischargeTest(
        String cell,
        int cycle,
        Wear wear,
        double ampereHours,
        double wattHours,
        OptionalDouble ohms,
        double resistanceSeconds,
        double meanAmperes,
        double ambientCelsius,
        double minCelsius,
        double maxCelsius,
        double seconds,
        boolean cutOffReached,
        String sha256) {

    /**
     * The share of the rated capacity that is left.
     *
     * @param rating of the tested cell
     * @return measured over rated capacity, 1 for a cell that delivers what it is rated for
     */
    public double stateOfHealth(CellRating rating) {
        return ampereHours / rating.ampereHours();
    }
}
