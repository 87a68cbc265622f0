package org.voltrail.network.deployment;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnsafeByteOperations;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.network.endorser.EndorsedTransaction;
import org.voltrail.network.endorser.Endorser;
import org.voltrail.network.endorser.MalformedProposalException;
import org.voltrail.network.endorser.UnpackedProposal;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.TransactionStatus;
import org.voltrail.network.orderer.Orderer;
import org.voltrail.network.wire.Wire;

/** Calls {@code _lifecycle} as a client would: signed proposals to peers, signed transactions to the orderer. */
final class Transactor {
    private static final String LIFECYCLE = "_lifecycle";
    private static final int NONCE_BYTES = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChannelLedger ledger;
    private final Orderer orderer;

    Transactor(ChannelLedger ledger, Orderer orderer) {
        this.ledger = ledger;
        this.orderer = orderer;
    }

    /** Calls a function on one peer, outside any channel, and gives its result. */
    ByteString callPeer(SigningIdentity admin, Endorser peer, String function, MessageLite args) {
        return endorse(propose(admin, "", function, args), peer).getResponse().getPayload();
    }

    /** Calls a function on one peer about the channel, without ordering anything, and gives its result. */
    ByteString query(SigningIdentity admin, Endorser peer, String function, MessageLite args) {
        return endorse(propose(admin, ledger.channelId(), function, args), peer).getResponse().getPayload();
    }

    /** Has these peers endorse a call, orders it, and waits until it is committed. */
    void submit(SigningIdentity admin, List<Endorser> peers, String function, MessageLite args) {
        UnpackedProposal proposal = propose(admin, ledger.channelId(), function, args);
        List<ProposalResponse> responses = new ArrayList<>();
        peers.forEach(peer -> responses.add(endorse(proposal, peer)));
        CompletableFuture<TransactionStatus> commit = commitOf(proposal.txId());
        BroadcastResponse response = orderer.broadcast(transaction(admin, proposal, responses));
        if (response.getStatus() != Status.SUCCESS) {
            throw new DeploymentException("%s was not ordered: %s %s".formatted(function, response.getStatus(), response.getInfo()));
        }
        await(function, commit);
    }

    private static void await(String function, CompletableFuture<TransactionStatus> commit) {
        try {
            TransactionStatus status = commit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (status.code() != TxValidationCode.VALID) {
                throw new DeploymentException(
                        "%s was committed as invalid: %s in block %d".formatted(function, status.code(), status.blockNumber()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException(function + " was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeploymentException("%s was not committed within %d s".formatted(function, PATIENCE.toSeconds()), e);
        }
    }

    private CompletableFuture<TransactionStatus> commitOf(String txId) {
        CompletableFuture<TransactionStatus> commit = new CompletableFuture<>();
        ChannelLedger.CommitListener listener = block -> ledger.status(txId).ifPresent(commit::complete);
        ledger.addListener(listener);
        commit.whenComplete((status, failure) -> ledger.removeListener(listener));
        return commit;
    }

    private static ProposalResponse endorse(UnpackedProposal proposal, Endorser peer) {
        ProposalResponse response = peer.process(proposal).join().response();
        if (response.getResponse().getStatus() != 200) {
            throw new DeploymentException("%s refuses %s: %s"
                    .formatted(
                            peer.peer().name(),
                            proposal.input().getArgs(0).toStringUtf8(),
                            response.getResponse().getMessage()));
        }
        return response;
    }

    private static UnpackedProposal propose(SigningIdentity creator, String channelId, String function, MessageLite args) {
        ByteString nonce = nonce();
        ChaincodeID lifecycle = ChaincodeID.newBuilder().setName(LIFECYCLE).build();
        Instant now = Instant.now();
        Header header = Header.newBuilder()
                .setChannelHeader(ChannelHeader.newBuilder()
                        .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                        .setTxId(Wire.transactionId(nonce, creator.serialized()))
                        .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                        .setChannelId(channelId)
                        .setExtension(ChaincodeHeaderExtension.newBuilder()
                                .setChaincodeId(lifecycle)
                                .build()
                                .toByteString())
                        .build()
                        .toByteString())
                .setSignatureHeader(signatureHeader(creator, nonce))
                .build();
        ChaincodeSpec spec = ChaincodeSpec.newBuilder()
                .setType(ChaincodeSpec.Type.GOLANG)
                .setChaincodeId(lifecycle)
                .setInput(ChaincodeInput.newBuilder().addArgs(Wire.utf8(function)).addArgs(args.toByteString()))
                .build();
        ChaincodeProposalPayload payload = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder().setChaincodeSpec(spec).build().toByteString())
                .build();
        ByteString proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(payload.toByteString())
                .build()
                .toByteString();
        return unpack(SignedProposal.newBuilder()
                .setProposalBytes(proposal)
                .setSignature(sign(creator, proposal))
                .build());
    }

    private static UnpackedProposal unpack(SignedProposal proposal) {
        try {
            return UnpackedProposal.of(proposal);
        } catch (MalformedProposalException e) {
            throw new IllegalStateException("A proposal that was just made cannot be read", e);
        }
    }

    private static ByteString signatureHeader(SigningIdentity creator, ByteString nonce) {
        return SignatureHeader.newBuilder()
                .setCreator(creator.serialized())
                .setNonce(nonce)
                .build()
                .toByteString();
    }

    private static ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return UnsafeByteOperations.unsafeWrap(nonce);
    }

    private static ByteString sign(SigningIdentity creator, ByteString message) {
        return UnsafeByteOperations.unsafeWrap(creator.sign(message.toByteArray()));
    }

    private static Envelope transaction(SigningIdentity creator, UnpackedProposal proposal, List<ProposalResponse> responses) {
        ByteString payload = EndorsedTransaction.payload(
                proposal,
                responses.get(0).getPayload(),
                responses.stream().map(ProposalResponse::getEndorsement).toList());
        return Envelope.newBuilder().setPayload(payload).setSignature(sign(creator, payload)).build();
    }

    /** Parses a function's result. */
    static <T> T result(Parser<T> parser, ByteString bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new DeploymentException("The peer's answer cannot be read", e);
        }
    }
}
