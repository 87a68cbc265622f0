package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.voltrail.network.crypto.Sha256;

/** The hashes that chain blocks. */
public final class BlockHashes {
    private BlockHashes() {}

    /** The header in DER: SEQUENCE of number, previous hash and data hash. Orderers sign over it, and its SHA-256 is the block's hash. */
    public static byte[] headerBytes(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return new DERSequence(fields).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The block's hash, which the next block names as its previous hash. */
    public static ByteString headerHash(BlockHeader header) {
        return ByteString.copyFrom(Sha256.of(headerBytes(header)));
    }

    /** The hash over a block's envelopes, concatenated. */
    public static ByteString dataHash(BlockData data) {
        return ByteString.copyFrom(Sha256.of(data.getDataList()));
    }
}
