package org.voltrail.network.orderer;

import org.hyperledger.fabric.protos.common.Status;

/** An envelope that the orderer refuses; the message has Fabric's wording. */
public final class OrderingException extends Exception {
    private final Status status;

    public OrderingException(Status status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of the broadcast response. */
    public Status status() {
        return status;
    }
}
