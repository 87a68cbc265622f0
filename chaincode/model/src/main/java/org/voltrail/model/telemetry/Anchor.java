package org.voltrail.model.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * An anchored window.
 *
 * @param kind what is measured
 * @param subject what is measured, by name
 * @param device the device's name
 * @param window the window
 * @param location where the readings are kept, a URI
 * @param owner MSP id of the organisation whose device it is
 * @param txId transaction that anchored it
 * @param anchoredAt its time, ISO 8601 UTC
 */
public record Anchor(
        SubjectKind kind, String subject, String device, Window window, @Nullable String location, String owner, String txId, String anchoredAt) {}
