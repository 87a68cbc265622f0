package org.voltrail.network.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.endorser.EndorsedTransaction;
import org.voltrail.network.endorser.EndorserAnswer;
import org.voltrail.network.endorser.UnpackedProposal;

/**
 * The endorsement of one proposal: first by a peer of the gateway's own organisation (or by those that the client names), then by as
 * many others as the policies of what was touched ask for.
 */
final class Endorsing {
    private static final Logger LOG = LoggerFactory.getLogger(Endorsing.class);

    private final EndorsementPlanner planner;
    private final UnpackedProposal proposal;
    private final List<String> organisations;
    private final CompletableFuture<Envelope> transaction = new CompletableFuture<>();

    Endorsing(EndorsementPlanner planner, UnpackedProposal proposal, List<String> organisations) {
        this.planner = planner;
        this.proposal = proposal;
        this.organisations = organisations;
    }

    /** Starts; the result is the unsigned transaction, or a {@link GatewayException}. */
    CompletableFuture<Envelope> start() {
        try {
            if (organisations.isEmpty()) {
                askFirst();
            } else {
                collect(planner.forOrganisations(proposal.channelId(), proposal.chaincodeName(), organisations));
            }
        } catch (PlanningException e) {
            fail(organisations.isEmpty() ? Status.Code.FAILED_PRECONDITION : Status.Code.UNAVAILABLE, e.getMessage(), List.of());
        }
        return transaction;
    }

    private void askFirst() throws PlanningException {
        EndorsementPlan plan = firstPlan();
        List<EndorsingPeer> endorsers = plan.nextEndorsers();
        if (endorsers.isEmpty()) {
            failFirst(plan);
        } else {
            askFirst(plan, endorsers.get(0));
        }
    }

    private EndorsementPlan firstPlan() throws PlanningException {
        try {
            return planner.forOrganisations(
                    proposal.channelId(), proposal.chaincodeName(), List.of(planner.local().mspId()));
        } catch (PlanningException e) {
            if (proposal.hasTransientData()) {
                throw new PlanningException("no endorsers found in the gateway's organization; retry specifying endorsing"
                        + " organization(s) to protect transient data");
            }
            return planner.forInterest(proposal.channelId(), defaultInterest(), null);
        }
    }

    private ChaincodeInterest defaultInterest() {
        return ChaincodeInterest.newBuilder()
                .addChaincodes(ChaincodeCall.newBuilder().setName(proposal.chaincodeName()))
                .build();
    }

    private void askFirst(EndorsementPlan plan, EndorsingPeer peer) {
        peer.endorser().process(proposal).whenComplete((answer, failure) -> guarded(failure, () -> firstAnswered(plan, peer, answer)));
    }

    private void firstAnswered(EndorsementPlan plan, EndorsingPeer peer, EndorserAnswer answer) {
        Judgement judgement = Judgement.of(answer, isLocal(peer));
        if (judgement.success()) {
            planOn(peer, answer.response());
            return;
        }
        plan.addError(peer.error(judgement.message()));
        EndorsingPeer next = plan.nextInGroup(peer);
        if (next == null) {
            failFirst(plan);
        } else {
            askFirst(plan, next);
        }
    }

    private void failFirst(EndorsementPlan plan) {
        fail(Status.Code.ABORTED, "failed to endorse transaction, see attached details for more info", plan.errors());
    }

    private boolean isLocal(EndorsingPeer peer) {
        return peer == planner.local();
    }

    private void planOn(EndorsingPeer first, ProposalResponse response) {
        ChaincodeInterest interest =
                response.getInterest().getChaincodesCount() == 0 ? defaultInterest() : response.getInterest();
        try {
            EndorsementPlan plan = proposal.hasTransientData() ? protectedPlan(interest, first) : plan(interest, first);
            plan.add(first, response);
            collect(plan);
        } catch (PlanningException e) {
            fail(Status.Code.FAILED_PRECONDITION, e.getMessage(), List.of());
        }
    }

    private EndorsementPlan plan(ChaincodeInterest interest, EndorsingPeer first) throws PlanningException {
        return planner.forInterest(proposal.channelId(), interest, first);
    }

    /** Transient data goes only to organisations that may have what is in it. */
    private EndorsementPlan protectedPlan(ChaincodeInterest interest, EndorsingPeer first) throws PlanningException {
        List<String> collections = new ArrayList<>();
        ChaincodeInterest.Builder cautious = interest.toBuilder();
        for (ChaincodeCall.Builder call : cautious.getChaincodesBuilderList()) {
            if (call.getNoPrivateReads()) {
                call.setNoPrivateReads(false);
                collections.addAll(call.getCollectionNamesList());
            }
        }
        try {
            return plan(cautious.build(), first);
        } catch (PlanningException e) {
            if (!collections.isEmpty()) {
                plan(interest, first);
                throw new PlanningException(("requires endorsement from organisation(s) that are not in the distribution policy of the"
                                + " private data collection(s): %s; retry specifying trusted endorsing organizations to protect transient"
                                + " data")
                        .formatted("[" + String.join(" ", collections) + "]"));
            }
            throw e;
        }
    }

    private void collect(EndorsementPlan plan) {
        if (plan.isFulfilled()) {
            succeed(plan);
            return;
        }
        List<EndorsingPeer> endorsers = plan.nextEndorsers();
        if (endorsers.isEmpty()) {
            fail(
                    Status.Code.ABORTED,
                    "failed to collect enough transaction endorsements, see attached details for more info",
                    plan.errors());
            return;
        }
        CompletableFuture<?>[] asked = endorsers.stream().map(peer -> ask(plan, peer)).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).whenComplete((done, failure) -> guarded(failure, () -> collect(plan)));
    }

    private CompletableFuture<Void> ask(EndorsementPlan plan, EndorsingPeer peer) {
        return peer.endorser().process(proposal).thenCompose(answer -> {
            if (accept(plan, peer, answer)) {
                return CompletableFuture.completedFuture(null);
            }
            EndorsingPeer next = plan.nextInGroup(peer);
            return next == null ? CompletableFuture.completedFuture(null) : ask(plan, next);
        });
    }

    private boolean accept(EndorsementPlan plan, EndorsingPeer peer, EndorserAnswer answer) {
        Judgement judgement = Judgement.of(answer, isLocal(peer));
        if (judgement.success()) {
            boolean same = plan.add(peer, answer.response());
            if (!same) {
                LOG.warn(
                        "Transaction {}: the result of {} differs from that of the first endorser: {}",
                        proposal.txId(),
                        peer.node().name(),
                        PayloadDifference.describe(plan.payload(), answer.response().getPayload()));
            }
            return same;
        }
        plan.addError(peer.error(judgement.message()));
        return false;
    }

    private void succeed(EndorsementPlan plan) {
        ByteString payload = EndorsedTransaction.payload(proposal, plan.payload(), distinct(plan.endorsements()));
        transaction.complete(Envelope.newBuilder().setPayload(payload).build());
    }

    private static List<Endorsement> distinct(List<Endorsement> endorsements) {
        Set<ByteString> endorsers = new HashSet<>();
        return endorsements.stream().filter(endorsement -> endorsers.add(endorsement.getEndorser())).toList();
    }

    private void guarded(@Nullable Throwable failure, Runnable step) {
        try {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            step.run();
        } catch (RuntimeException e) {
            LOG.error("Endorsing transaction {} failed", proposal.txId(), e);
            fail(Status.Code.ABORTED, "failed to assemble transaction: " + e, List.of());
        }
    }

    private void fail(Status.Code code, @Nullable String message, List<ErrorDetail> details) {
        transaction.completeExceptionally(new GatewayException(code, String.valueOf(message), details));
    }
}
