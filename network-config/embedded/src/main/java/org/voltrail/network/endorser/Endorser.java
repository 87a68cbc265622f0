package org.voltrail.network.endorser;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.chaincode.ChaincodeDirectory;
import org.voltrail.network.chaincode.ChaincodeException;
import org.voltrail.network.chaincode.ChaincodeRuntime;
import org.voltrail.network.chaincode.RunnableChaincode;
import org.voltrail.network.chaincode.SystemChaincode;
import org.voltrail.network.chaincode.TransactionContext;
import org.voltrail.network.identity.Expiry;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.SimulationResult;
import org.voltrail.network.ledger.Simulator;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.peer.PeerNode;
import org.voltrail.network.wire.Wire;

/** The endorser of one peer. Thread-safe; no thread waits for a chaincode. */
public final class Endorser {
    private static final Logger LOG = LoggerFactory.getLogger(Endorser.class);
    private static final int ERROR_THRESHOLD = 400;
    private static final int ERROR = 500;
    private static final CompletableFuture<EndorserAnswer> EXPIRED =
            CompletableFuture.completedFuture(EndorserAnswer.turnedAway("proposal client identity expired"));
    private static final Set<String> WITHOUT_SIMULATION = Set.of("qscc", "cscc");

    private final PeerNode peer;
    private final Channels channels;
    private final ChaincodeRuntime runtime;
    private final ChaincodeDirectory directory;
    private final ProposalCheck check;
    private final Clock clock;

    /** The endorser of {@code peer}. */
    public Endorser(
            PeerNode peer,
            Channels channels,
            AccessControl access,
            ChaincodeRuntime runtime,
            ChaincodeDirectory directory,
            Clock clock) {
        this.peer = peer;
        this.channels = channels;
        this.runtime = runtime;
        this.directory = directory;
        this.check = new ProposalCheck(peer.mspId(), access);
        this.clock = clock;
    }

    /** The peer that this endorser belongs to. */
    public PeerNode peer() {
        return peer;
    }

    /** Checks, simulates and endorses a proposal; the future never fails. */
    public CompletableFuture<EndorserAnswer> process(UnpackedProposal proposal) {
        try {
            return proposal.channelId().isEmpty() ? processLocally(proposal) : processOnChannel(proposal);
        } catch (MalformedProposalException e) {
            LOG.debug("{} rejects transaction {}: {}", peer.name(), proposal.txId(), e.getMessage());
            return CompletableFuture.completedFuture(EndorserAnswer.rejection(String.valueOf(e.getMessage())));
        }
    }

    private boolean isExpired(UnpackedProposal proposal, ChannelLedger ledger) {
        return Expiry.isOver(proposal.creator(), ledger.config().msps(), clock.instant());
    }

    private CompletableFuture<EndorserAnswer> processLocally(UnpackedProposal proposal) throws MalformedProposalException {
        ChannelLedger anyLedger = channels.all().iterator().next();
        if (isExpired(proposal, anyLedger)) {
            return EXPIRED;
        }
        Identity creator = check.checkLocal(proposal, anyLedger.config().msps());
        if (!runtime.isSystemChaincode(proposal.chaincodeName())) {
            return CompletableFuture.completedFuture(EndorserAnswer.failed(undefined(proposal, "invalid channel-less operation")));
        }
        return callSystemChaincode(proposal, transaction(proposal, creator, null));
    }

    private CompletableFuture<EndorserAnswer> processOnChannel(UnpackedProposal proposal) throws MalformedProposalException {
        Optional<ChannelLedger> found = channels.find(proposal.channelId());
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(
                    EndorserAnswer.failed("channel '%s' not found".formatted(proposal.channelId())));
        }
        ChannelLedger ledger = found.get();
        if (isExpired(proposal, ledger)) {
            return EXPIRED;
        }
        boolean application = !runtime.isSystemChaincode(proposal.chaincodeName());
        Identity creator = check.check(proposal, ledger, application);
        Simulator simulator = WITHOUT_SIMULATION.contains(proposal.chaincodeName())
                ? null
                : ledger.simulate(peer.mspId(), proposal.txId(), creator.mspId());
        TransactionContext transaction = transaction(proposal, creator, simulator);
        return application ? simulate(proposal, transaction) : callSystemChaincode(proposal, transaction);
    }

    private CompletableFuture<EndorserAnswer> simulate(UnpackedProposal proposal, TransactionContext transaction) {
        try {
            RunnableChaincode chaincode = transaction.withSimulator(simulator -> find(proposal, simulator));
            return runtime.invoke(transaction, chaincode, proposal.input())
                    .handle((message, failure) -> answer(proposal, chaincode.version(), transaction, message, failure));
        } catch (LedgerException e) {
            transaction.close();
            return CompletableFuture.completedFuture(EndorserAnswer.failed(undefined(proposal, e.getMessage())));
        }
    }

    private RunnableChaincode find(UnpackedProposal proposal, Simulator simulator) throws LedgerException {
        try {
            return directory.find(proposal.channelId(), proposal.chaincodeName(), simulator);
        } catch (ChaincodeException e) {
            throw new LedgerException(e.getMessage(), e);
        }
    }

    private static String undefined(UnpackedProposal proposal, @Nullable String reason) {
        return "make sure the chaincode %s has been successfully defined on channel %s and try again: %s"
                .formatted(proposal.chaincodeName(), proposal.channelId(), reason);
    }

    private static TransactionContext transaction(UnpackedProposal proposal, Identity creator, @Nullable Simulator simulator) {
        return new TransactionContext(
                proposal.channelId(),
                proposal.txId(),
                proposal.chaincodeName(),
                creator.mspId(),
                proposal.creator(),
                proposal.signedProposal(),
                simulator);
    }

    private CompletableFuture<EndorserAnswer> callSystemChaincode(UnpackedProposal proposal, TransactionContext transaction) {
        return runtime.invoke(transaction, proposal.chaincodeName(), proposal.input())
                .handle((message, failure) -> answer(proposal, SystemChaincode.VERSION, transaction, message, failure));
    }

    private EndorserAnswer answer(
            UnpackedProposal proposal,
            String version,
            TransactionContext transaction,
            @Nullable ChaincodeMessage message,
            @Nullable Throwable failure) {
        try (transaction) {
            return answer(proposal, version, transaction, outcome(proposal, message, failure));
        } catch (ChaincodeException | LedgerException | InvalidProtocolBufferException e) {
            LOG.debug("{} failed to simulate transaction {}: {}", peer.name(), proposal.txId(), e.getMessage());
            return EndorserAnswer.failed("error in simulation: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed to endorse transaction {}", peer.name(), proposal.txId(), e);
            return EndorserAnswer.failed("error in simulation: " + e);
        }
    }

    private static ChaincodeMessage outcome(UnpackedProposal proposal, @Nullable ChaincodeMessage message, @Nullable Throwable failure)
            throws ChaincodeException {
        if (message == null) {
            throw new ChaincodeException("failed to execute transaction %s: %s".formatted(proposal.txId(), reason(failure)));
        }
        if (message.getType() == ChaincodeMessage.Type.ERROR) {
            throw new ChaincodeException("transaction returned with failure: " + message.getPayload().toStringUtf8());
        }
        return message;
    }

    private static @Nullable String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? "unknown" : cause.getMessage();
    }

    private EndorserAnswer answer(UnpackedProposal proposal, String version, TransactionContext transaction, ChaincodeMessage message)
            throws LedgerException, InvalidProtocolBufferException {
        Response response = Wire.parse(Response.parser(), message.getPayload());
        if (proposal.channelId().isEmpty() || (response.getStatus() >= ERROR_THRESHOLD && response.getStatus() < ERROR)) {
            return EndorserAnswer.processed(ProposalResponse.newBuilder().setResponse(response).build());
        }
        boolean endorsed = response.getStatus() < ERROR;
        Results results = results(proposal, transaction, endorsed);
        ByteString event = response.getStatus() < ERROR_THRESHOLD ? event(message, proposal) : ByteString.EMPTY;
        ByteString payload = payload(proposal, version, response, results.publicResults(), event);
        ProposalResponse.Builder answer =
                ProposalResponse.newBuilder().setResponse(response).setPayload(payload).setInterest(results.interest());
        if (endorsed) {
            answer.setVersion(1).setEndorsement(endorse(payload));
        }
        return EndorserAnswer.processed(answer.build());
    }

    private Results results(UnpackedProposal proposal, TransactionContext transaction, boolean endorsed)
            throws LedgerException, InvalidProtocolBufferException {
        if (WITHOUT_SIMULATION.contains(proposal.chaincodeName())) {
            return new Results(ByteString.EMPTY, ChaincodeInterest.getDefaultInstance());
        }
        SimulationResult result = transaction.result();
        if (endorsed && result.privateResults() != null) {
            channels.find(proposal.channelId())
                    .orElseThrow()
                    .stagePrivateData(proposal.txId(), result.privateResults());
        }
        return new Results(result.publicResults().toByteString(), Interest.of(result, proposal.chaincodeName(), runtime::isSystemChaincode));
    }

    private static ByteString event(ChaincodeMessage message, UnpackedProposal proposal) {
        if (!message.hasChaincodeEvent()) {
            return ByteString.EMPTY;
        }
        return ChaincodeEvent.newBuilder(message.getChaincodeEvent())
                .setChaincodeId(proposal.chaincodeName())
                .setTxId(proposal.txId())
                .build()
                .toByteString();
    }

    private static ByteString payload(
            UnpackedProposal proposal, String version, Response response, ByteString publicResults, ByteString event) {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResults(publicResults)
                .setEvents(event)
                .setResponse(response)
                .setChaincodeId(ChaincodeID.newBuilder().setName(proposal.chaincodeName()).setVersion(version))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.hash())
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    private Endorsement endorse(ByteString payload) {
        SigningIdentity identity = peer.identity();
        byte[] signature = identity.sign(payload.concat(identity.serialized()).toByteArray());
        return Endorsement.newBuilder()
                .setEndorser(identity.serialized())
                .setSignature(UnsafeByteOperations.unsafeWrap(signature))
                .build();
    }

    private record Results(ByteString publicResults, ChaincodeInterest interest) {}
}
