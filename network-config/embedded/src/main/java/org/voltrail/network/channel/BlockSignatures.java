package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.policy.SignedData;

/** The orderers' signatures on blocks ({@code orderer/common/multichannel/blockwriter.go}). */
public final class BlockSignatures {
    private static final String POLICY = "/Channel/Orderer/BlockValidation";

    private BlockSignatures() {}

    /**
     * Fills the slots that belong to the orderer: which block holds the configuration in force (a configuration block holds
     * it itself), and the orderer's signature over that and the block's header.
     */
    public static Block sign(Block block, SigningIdentity orderer, long lastConfigBlock) {
        LastConfig lastConfig = LastConfig.newBuilder().setIndex(lastConfigBlock).build();
        ByteString value = OrdererBlockMetadata.newBuilder().setLastConfig(lastConfig)
                .setConsenterMetadata(Metadata.getDefaultInstance().toByteString()).build().toByteString();
        ByteString signatureHeader = Envelopes.signatureHeader(orderer.serialized()).toByteString();
        byte[] signature = orderer.sign(signedBytes(value, signatureHeader, block));
        Metadata signed = Metadata.newBuilder().setValue(value).addSignatures(MetadataSignature.newBuilder()
                .setSignatureHeader(signatureHeader).setSignature(ByteString.copyFrom(signature))).build();
        Block withConfig = Blocks.withMetadata(block, Blocks.LAST_CONFIG,
                Metadata.newBuilder().setValue(lastConfig.toByteString()).build().toByteString());
        return Blocks.withMetadata(withConfig, Blocks.SIGNATURES, signed.toByteString());
    }

    /** Whether the block's signatures satisfy the channel's policy for them. The genesis block has none and needs none. */
    public static boolean verify(Block block, ChannelConfig config) {
        try {
            List<SignedData> signatures = signatures(block);
            return config.policies().policy(POLICY).filter(policy -> policy.evaluate(signatures)).isPresent();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static List<SignedData> signatures(Block block) throws InvalidProtocolBufferException {
        Metadata metadata = Metadata.parseFrom(Blocks.metadata(block, Blocks.SIGNATURES));
        List<SignedData> signatures = new ArrayList<>();
        for (MetadataSignature signature : metadata.getSignaturesList()) {
            byte[] message = signedBytes(metadata.getValue(), signature.getSignatureHeader(), block);
            ByteString creator = SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator();
            signatures.add(new SignedData(message, creator, signature.getSignature().toByteArray()));
        }
        return signatures;
    }

    private static byte[] signedBytes(ByteString value, ByteString signatureHeader, Block block) {
        return value.concat(signatureHeader).concat(ByteString.copyFrom(Blocks.headerBytes(block.getHeader()))).toByteArray();
    }
}
