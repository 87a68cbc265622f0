package org.voltrail.client.internal.stream;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The deliver service tells its failures within the stream, in a status of its own. */
final class Delivery {
    private Delivery() {}

    /** The same in gRPC's terms. */
    static StatusRuntimeException failure(org.hyperledger.fabric.protos.common.Status status) {
        Status counterpart = switch (status) {
            case BAD_REQUEST -> Status.INVALID_ARGUMENT;
            case FORBIDDEN -> Status.PERMISSION_DENIED;
            case NOT_FOUND -> Status.NOT_FOUND;
            default -> Status.UNAVAILABLE;
        };
        return counterpart.withDescription("the deliver service answers " + status).asRuntimeException();
    }
}
