package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.voltrail.network.crypto.Sha256;
import org.voltrail.network.identity.SigningIdentity;

/** Makes envelopes: a payload with its headers, and a signature over it. */
public final class Envelopes {
    private static final int NONCE_LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelopes() {}

    /** An envelope that its creator has signed. */
    public static Envelope signed(HeaderType type, String channelId, ByteString data, SigningIdentity creator) {
        ByteString payload = payload(type, channelId, data, signatureHeader(creator.serialized()));
        ByteString signature = ByteString.copyFrom(creator.sign(payload.toByteArray()));
        return Envelope.newBuilder().setPayload(payload).setSignature(signature).build();
    }

    /** An envelope without creator and signature, as in a genesis block. */
    static Envelope unsigned(HeaderType type, String channelId, ByteString data) {
        return Envelope.newBuilder().setPayload(payload(type, channelId, data, signatureHeader(ByteString.EMPTY))).build();
    }

    /** A header that names the creator, with a fresh nonce of 24 bytes. */
    static SignatureHeader signatureHeader(ByteString creator) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        return SignatureHeader.newBuilder().setCreator(creator).setNonce(ByteString.copyFrom(nonce)).build();
    }

    /** The transaction id that belongs to a nonce and a creator: the hexadecimal SHA-256 of the two. */
    public static String transactionId(ByteString nonce, ByteString creator) {
        return HexFormat.of().formatHex(Sha256.of(nonce, creator));
    }

    private static ByteString payload(HeaderType type, String channelId, ByteString data, SignatureHeader signatureHeader) {
        ChannelHeader channelHeader = ChannelHeader.newBuilder().setType(type.getNumber()).setChannelId(channelId)
                .setTimestamp(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .setTxId(transactionId(signatureHeader.getNonce(), signatureHeader.getCreator())).build();
        Header header = Header.newBuilder().setChannelHeader(channelHeader.toByteString()).setSignatureHeader(signatureHeader.toByteString()).build();
        return Payload.newBuilder().setHeader(header).setData(data).build().toByteString();
    }
}
