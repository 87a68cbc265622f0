package org.voltrail.network.endorser;

import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * A peer's answer to a proposal.
 *
 * @param response the response; where the proposal was not endorsed its status is 400 or more, or it has no endorsement
 * @param rejected whether the proposal failed the checks that come before execution: the client's fault, which no other peer would
 *     judge otherwise
 */
public record EndorserAnswer(ProposalResponse response, boolean rejected) {
    static EndorserAnswer rejection(String message) {
        return new EndorserAnswer(failure(message), true);
    }

    static EndorserAnswer failed(String message) {
        return new EndorserAnswer(failure(message), false);
    }

    private static ProposalResponse failure(String message) {
        return ProposalResponse.newBuilder().setResponse(Response.newBuilder().setStatus(500).setMessage(message)).build();
    }
}
