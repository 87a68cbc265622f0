package org.voltrail.cli.ageing;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A line of the list of a cell's charges and discharges.
 *
 * @param cell name of the cell
 * @param cycle number in the cell's record
 * @param discharge whether it is a discharge
 * @param start when it began, by the laboratory's clock
 * @param ambientCelsius temperature of the chamber
 * @param recordedAmpereHours capacity that the data set gives; empty where it gives none
 * @param inOrder whether number and start come after those of the line before
 */
public record CycleEntry(
        String cell,
        int cycle,
        boolean discharge,
        LocalDateTime start,
        double ambientCelsius,
        OptionalDouble recordedAmpereHours,
        boolean inOrder) {}
