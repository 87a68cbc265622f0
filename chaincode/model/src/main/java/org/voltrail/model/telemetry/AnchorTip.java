package org.voltrail.model.telemetry;

/**
 * Up to where a device's windows for a subject are anchored.
 *
 * @param owner MSP id of the organisation that anchored the first window; no other may go on
 * @param end end of the last window, ISO 8601 UTC
 * @param windows number of windows so far
 */
public record AnchorTip(String owner, String end, long windows) {}
