package org.voltrail.network.deliver;

import org.hyperledger.fabric.protos.common.Status;

/** Blocks cannot be delivered; the status goes to the client in the stream. */
public final class DeliveryException extends Exception {
    private final Status status;

    public DeliveryException(Status status, String message) {
        super(message);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
