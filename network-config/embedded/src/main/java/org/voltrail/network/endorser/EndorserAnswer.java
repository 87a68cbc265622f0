package org.voltrail.network.endorser;

import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * A peer's answer to a proposal.
 *
 * @param response the response; where the proposal was not endorsed its status is 400 or more, or it has no endorsement
 * @param kind how far the proposal came
 */
public record EndorserAnswer(ProposalResponse response, Kind kind) {
    /** How far a proposal came. */
    public enum Kind {
        /** Not even to the endorser: the service in front of it failed the call, which looks as if the peer could not be reached. */
        TURNED_AWAY,
        /** It failed the checks that come before execution: the client's fault, which no other peer would judge otherwise. */
        REJECTED,
        /** It was executed, or would have been. */
        PROCESSED
    }

    static EndorserAnswer turnedAway(String message) {
        return new EndorserAnswer(failure(message), Kind.TURNED_AWAY);
    }

    static EndorserAnswer rejection(String message) {
        return new EndorserAnswer(failure(message), Kind.REJECTED);
    }

    static EndorserAnswer failed(String message) {
        return new EndorserAnswer(failure(message), Kind.PROCESSED);
    }

    static EndorserAnswer processed(ProposalResponse response) {
        return new EndorserAnswer(response, Kind.PROCESSED);
    }

    private static ProposalResponse failure(String message) {
        return ProposalResponse.newBuilder().setResponse(Response.newBuilder().setStatus(500).setMessage(message)).build();
    }
}
