package org.voltrail.network.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** An envelope with its payload and headers read; nothing about it has been verified. */
public record ParsedEnvelope(Envelope envelope, Payload payload, ChannelHeader channelHeader, SignatureHeader signatureHeader) {
    /**
     * Reads an envelope.
     *
     * @throws InvalidProtocolBufferException when the payload or one of its headers is missing or unreadable
     */
    public static ParsedEnvelope of(Envelope envelope) throws InvalidProtocolBufferException {
        Payload payload = Wire.parse(Payload.parser(), envelope.getPayload());
        if (!payload.hasHeader()) {
            throw new InvalidProtocolBufferException("envelope has no header");
        }
        return new ParsedEnvelope(
                envelope,
                payload,
                Wire.parse(ChannelHeader.parser(), payload.getHeader().getChannelHeader()),
                Wire.parse(SignatureHeader.parser(), payload.getHeader().getSignatureHeader()));
    }

    /** As {@link #of(Envelope)} from the envelope's bytes. */
    public static ParsedEnvelope of(ByteString envelope) throws InvalidProtocolBufferException {
        return of(Wire.parse(Envelope.parser(), envelope));
    }
}
