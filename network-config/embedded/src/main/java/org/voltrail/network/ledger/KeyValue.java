package org.voltrail.network.ledger;

/** A key of a namespace and its value. */
public record KeyValue(String key, byte[] value) {}
