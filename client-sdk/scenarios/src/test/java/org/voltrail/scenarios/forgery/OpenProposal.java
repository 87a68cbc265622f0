package org.voltrail.scenarios.forgery;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.offline.UnsignedProposal;

/**
 * A proposal taken apart to be changed.
 *
 * @param <R> type of the command's answer
 */
public final class OpenProposal<R> {
    private final UnsignedProposal<R> genuine;
    private final ProposedTransaction.Builder message;
    private final ChannelHeader.Builder channelHeader;
    private final SignatureHeader.Builder signatureHeader;
    private final ChaincodeProposalPayload.Builder payload;

    private OpenProposal(UnsignedProposal<R> genuine) throws InvalidProtocolBufferException {
        this.genuine = genuine;
        this.message = ProposedTransaction.parseFrom(genuine.bytes()).toBuilder();
        Proposal proposal = Proposal.parseFrom(message.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        this.channelHeader = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder();
        this.signatureHeader = SignatureHeader.parseFrom(header.getSignatureHeader()).toBuilder();
        this.payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload()).toBuilder();
    }

    /** Takes a proposal apart. */
    public static <R> OpenProposal<R> of(UnsignedProposal<R> proposal) {
        try {
            return new OpenProposal<>(proposal);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives it another transaction id than nonce and creator make. */
    public OpenProposal<R> transactionId(String id) {
        channelHeader.setTxId(id);
        return this;
    }

    /** Gives it another nonce than the one its transaction id was made with. */
    public OpenProposal<R> nonce(byte[] nonce) {
        signatureHeader.setNonce(ByteString.copyFrom(nonce));
        return this;
    }

    /** Asks other organisations' peers for endorsement. */
    public OpenProposal<R> endorsers(String... mspIds) {
        message.clearEndorsingOrganizations().addAllEndorsingOrganizations(List.of(mspIds));
        return this;
    }

    /** Puts another text in the place of the one that stands in the command. */
    public OpenProposal<R> argument(String target, String replacement) {
        try {
            ChaincodeInvocationSpec.Builder call = ChaincodeInvocationSpec.parseFrom(payload.getInput()).toBuilder();
            var input = call.getChaincodeSpecBuilder().getInputBuilder();
            String argument = input.getArgs(1).toStringUtf8();
            input.setArgs(1, ByteString.copyFrom(argument.replace(target, replacement), StandardCharsets.UTF_8));
            payload.setInput(call.build().toByteString());
            return this;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Puts it together again, for the client to sign. */
    public UnsignedProposal<R> closed(VoltrailClient client) {
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(signatureHeader.build().toByteString())
                .build();
        Proposal proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(payload.build().toByteString())
                .build();
        ProposedTransaction changed = message
                .setTransactionId(channelHeader.getTxId())
                .setProposal(SignedProposal.newBuilder().setProposalBytes(proposal.toByteString()))
                .build();
        return client.offline().readProposal(changed.toByteArray(), genuine.commandId(), genuine.resultType());
    }
}
