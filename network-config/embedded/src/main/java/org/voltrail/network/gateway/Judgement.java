package org.voltrail.network.gateway;

import io.grpc.Status;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.network.endorser.EndorserAnswer;

/**
 * What the gateway makes of a peer's answer.
 *
 * @param code OK for a success
 * @param message what went wrong
 * @param retry whether an evaluation should be tried on another peer
 */
record Judgement(Status.Code code, String message, boolean retry) {
    private static final Judgement SUCCESS = new Judgement(Status.Code.OK, "", false);

    /**
     * Judges an answer.
     *
     * @param local whether the peer is the gateway's own: a rejection by another one reaches the gateway as a failed call
     */
    static Judgement of(EndorserAnswer answer, boolean local) {
        Response response = answer.response().getResponse();
        if (answer.kind() != EndorserAnswer.Kind.PROCESSED) {
            return notProcessed(answer.kind(), response.getMessage(), local);
        }
        return response.getStatus() >= 200 && response.getStatus() < 400 ? SUCCESS : failure(answer.response(), response);
    }

    private static Judgement notProcessed(EndorserAnswer.Kind kind, String message, boolean local) {
        if (!local) {
            return new Judgement(Status.Code.UNAVAILABLE, "rpc error: code = Unknown desc = " + message, true);
        }
        return kind == EndorserAnswer.Kind.REJECTED
                ? new Judgement(Status.Code.FAILED_PRECONDITION, message, false)
                : new Judgement(Status.Code.UNAVAILABLE, message, true);
    }

    private static Judgement failure(ProposalResponse answer, Response response) {
        if (answer.getPayload().isEmpty() && response.getStatus() == 500) {
            return new Judgement(Status.Code.ABORTED, response.getMessage(), true);
        }
        return new Judgement(
                Status.Code.UNKNOWN, "chaincode response %d, %s".formatted(response.getStatus(), response.getMessage()), false);
    }

    boolean success() {
        return code == Status.Code.OK;
    }
}
