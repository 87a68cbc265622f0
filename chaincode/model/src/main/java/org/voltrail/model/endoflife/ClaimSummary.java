package org.voltrail.model.endoflife;

/**
 * What a claim of recycled content has reached.
 *
 * @param batteries number of batteries
 * @param massMg claimed mass in mg
 */
public record ClaimSummary(int batteries, long massMg) {}
