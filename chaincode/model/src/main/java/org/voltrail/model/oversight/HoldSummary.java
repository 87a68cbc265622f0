package org.voltrail.model.oversight;

/**
 * How many batteries a hold or a release has reached.
 *
 * @param holdId id of the hold
 * @param batteries number of batteries
 */
public record HoldSummary(String holdId, int batteries) {}
