package org.voltrail.network.gateway;

import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.voltrail.network.endorser.Endorser;
import org.voltrail.network.lifecycle.ChaincodeCatalogue;
import org.voltrail.network.peer.PeerNode;

/** A peer that the gateway may ask for endorsements. */
public record EndorsingPeer(PeerNode node, Endorser endorser, ChaincodeCatalogue catalogue) {
    /** The MSP id of the peer's organisation. */
    public String mspId() {
        return node.mspId();
    }

    ErrorDetail error(String message) {
        return ErrorDetail.newBuilder()
                .setAddress(node.address())
                .setMspId(node.mspId())
                .setMessage(message)
                .build();
    }
}
