package org.voltrail.network.endorser;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.wire.Wire;

/**
 * A signed proposal with its parts read; nothing about it has been verified. Immutable, so that one unpacking serves all endorsers.
 *
 * @param header the header's bytes as received, which the transaction takes over
 * @param publicPayload the serialised chaincode proposal payload without its transient map, which the transaction takes over
 * @param hash the proposal's hash: SHA-256 over channel header ‖ signature header ‖ public payload
 * @param signedData the proposal's bytes with the creator and its signature
 */
public record UnpackedProposal(
        SignedProposal signedProposal,
        Header header,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        String chaincodeName,
        ChaincodeInput input,
        Map<String, ByteString> transientMap,
        ByteString publicPayload,
        ByteString hash,
        SignedData signedData) {
    /**
     * Unpacks a proposal.
     *
     * @throws MalformedProposalException when a part is missing or unreadable
     */
    public static UnpackedProposal of(SignedProposal signedProposal) throws MalformedProposalException {
        try {
            return read(signedProposal);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedProposalException("error unmarshalling the proposal: " + e.getMessage(), e);
        }
    }

    private static UnpackedProposal read(SignedProposal signedProposal) throws InvalidProtocolBufferException, MalformedProposalException {
        Proposal proposal = Wire.parse(Proposal.parser(), signedProposal.getProposalBytes());
        Header header = Wire.parse(Header.parser(), proposal.getHeader());
        ChannelHeader channelHeader = Wire.parse(ChannelHeader.parser(), header.getChannelHeader());
        SignatureHeader signatureHeader = Wire.parse(SignatureHeader.parser(), header.getSignatureHeader());
        String chaincodeName = chaincodeName(channelHeader);
        ChaincodeProposalPayload payload = Wire.parse(ChaincodeProposalPayload.parser(), proposal.getPayload());
        ByteString publicPayload = withoutTransientMap(payload, proposal.getPayload());
        return new UnpackedProposal(
                signedProposal,
                header,
                channelHeader,
                signatureHeader,
                chaincodeName,
                input(payload),
                payload.getTransientMapMap(),
                publicPayload,
                hash(header, publicPayload),
                signedData(signedProposal, signatureHeader));
    }

    private static String chaincodeName(ChannelHeader channelHeader) throws InvalidProtocolBufferException, MalformedProposalException {
        ChaincodeHeaderExtension extension = Wire.parse(ChaincodeHeaderExtension.parser(), channelHeader.getExtension());
        if (!extension.hasChaincodeId()) {
            throw new MalformedProposalException("ChaincodeHeaderExtension.ChaincodeId is nil");
        }
        if (extension.getChaincodeId().getName().isEmpty()) {
            throw new MalformedProposalException("ChaincodeHeaderExtension.ChaincodeId.Name is empty");
        }
        return extension.getChaincodeId().getName();
    }

    private static ChaincodeInput input(ChaincodeProposalPayload payload) throws InvalidProtocolBufferException, MalformedProposalException {
        ChaincodeInvocationSpec invocation = Wire.parse(ChaincodeInvocationSpec.parser(), payload.getInput());
        if (!invocation.hasChaincodeSpec()) {
            throw new MalformedProposalException("chaincode invocation spec did not contain chaincode spec");
        }
        if (!invocation.getChaincodeSpec().hasInput()) {
            throw new MalformedProposalException("chaincode input did not contain any input");
        }
        return invocation.getChaincodeSpec().getInput();
    }

    private static ByteString withoutTransientMap(ChaincodeProposalPayload payload, ByteString bytes) {
        boolean canonical = payload.getTransientMapCount() == 0 && payload.getSerializedSize() == bytes.size();
        return canonical
                ? bytes
                : ChaincodeProposalPayload.newBuilder().setInput(payload.getInput()).build().toByteString();
    }

    private static ByteString hash(Header header, ByteString publicPayload) {
        MessageDigest digest = Wire.sha256();
        Wire.update(digest, header.getChannelHeader());
        Wire.update(digest, header.getSignatureHeader());
        Wire.update(digest, publicPayload);
        return ByteString.copyFrom(digest.digest());
    }

    private static SignedData signedData(SignedProposal proposal, SignatureHeader signatureHeader) {
        return new SignedData(
                proposal.getProposalBytes().toByteArray(), signatureHeader.getCreator(), proposal.getSignature().toByteArray());
    }

    public String channelId() {
        return channelHeader.getChannelId();
    }

    public String txId() {
        return channelHeader.getTxId();
    }

    public ByteString creator() {
        return signatureHeader.getCreator();
    }

    /** Whether the proposal carries transient data. */
    public boolean hasTransientData() {
        return !transientMap.isEmpty();
    }
}
