package org.voltrail.cli.ageing;

import java.util.List;

/**
 * The readings of one discharge, in the order of time.
 *
 * @param cell name of the cell
 * @param cycle number of the charge or discharge in the cell's life, 0 or more
 * @param ambientCelsius temperature of the chamber
 * @param samples the readings, each later than the one before
 * @param sha256 lower-case hex SHA-256 of the raw curve: its lines as they stand in the curve file
 *     ({@code cycle,t_s,voltage_v,current_a,temperature_c}), each ended by a line feed, so that anybody who has the file
 *     can repeat it with {@code grep '^cycle,' | sha256sum}
 */
public record DischargeCurve(
        String cell, int cycle, double ambientCelsius, List<Sample> samples, String sha256) {

    /** Copies the samples. */
    public DischargeCurve {
        samples = List.copyOf(samples);
    }
}
