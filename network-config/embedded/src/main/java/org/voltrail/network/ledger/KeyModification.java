package org.voltrail.network.ledger;

import com.google.protobuf.Timestamp;

/** One entry of a key's history; {@code value} is empty where {@code deleted}. */
public record KeyModification(String txId, byte[] value, Timestamp timestamp, boolean deleted) {}
