package org.voltrail.network.gateway;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.network.endorser.EndorserAnswer;
import org.voltrail.network.endorser.UnpackedProposal;

/** The evaluation of one proposal: on one peer, and on others in turn when that one cannot say. */
final class Evaluating {
    private final EndorsementPlanner planner;
    private final UnpackedProposal proposal;
    private final CompletableFuture<Response> result = new CompletableFuture<>();

    Evaluating(EndorsementPlanner planner, UnpackedProposal proposal) {
        this.planner = planner;
        this.proposal = proposal;
    }

    /** Starts; the result is the chaincode's response, or a {@link GatewayException}. */
    CompletableFuture<Response> start(List<String> organisations) {
        boolean protect = proposal.hasTransientData() && organisations.isEmpty();
        List<String> targets = protect ? List.of(planner.local().mspId()) : organisations;
        try {
            EndorsementPlan plan = planner.forEvaluation(proposal.channelId(), proposal.chaincodeName(), targets);
            ask(plan, plan.nextEndorsers().get(0));
        } catch (PlanningException e) {
            fail(
                    Status.Code.FAILED_PRECONDITION,
                    protect
                            ? "no endorsers found in the gateway's organization; retry specifying target organization(s) to protect"
                                    + " transient data: " + e.getMessage()
                            : String.valueOf(e.getMessage()),
                    List.of());
        }
        return result;
    }

    private void ask(EndorsementPlan plan, EndorsingPeer peer) {
        peer.endorser().process(proposal).thenAccept(answer -> answered(plan, peer, answer));
    }

    private void answered(EndorsementPlan plan, EndorsingPeer peer, EndorserAnswer answer) {
        Judgement judgement = Judgement.of(answer, peer == planner.local());
        if (judgement.success()) {
            result.complete(answer.response().getResponse());
            return;
        }
        plan.addError(peer.error(judgement.message()));
        if (!judgement.retry()) {
            fail(judgement.code(), "evaluate call to endorser returned error: " + judgement.message(), plan.errors());
            return;
        }
        EndorsingPeer next = plan.nextInGroup(peer);
        if (next == null) {
            fail(judgement.code(), "failed to evaluate transaction, see attached details for more info", plan.errors());
        } else {
            ask(plan, next);
        }
    }

    private void fail(Status.Code code, String message, List<ErrorDetail> details) {
        result.completeExceptionally(new GatewayException(code, message, details));
    }
}
