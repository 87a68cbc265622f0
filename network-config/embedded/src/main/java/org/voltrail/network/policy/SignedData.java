package org.voltrail.network.policy;

import com.google.protobuf.ByteString;

/** A message, who is said to have signed it, and the signature. */
public record SignedData(byte[] data, ByteString identity, byte[] signature) {}
