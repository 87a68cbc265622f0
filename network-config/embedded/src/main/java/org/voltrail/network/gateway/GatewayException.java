package org.voltrail.network.gateway;

import com.google.protobuf.Any;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** A gateway call that fails, as the client gets to see it: a status code, a message, and what each peer said. */
final class GatewayException extends Exception {
    private final Status.Code code;
    private final transient List<ErrorDetail> details;

    GatewayException(Status.Code code, String message) {
        this(code, message, List.of());
    }

    GatewayException(Status.Code code, String message, List<ErrorDetail> details) {
        super(message);
        this.code = code;
        this.details = details;
    }

    Status.Code code() {
        return code;
    }

    List<ErrorDetail> details() {
        return details;
    }

    /** The exception that gRPC sends. */
    StatusRuntimeException toGrpc() {
        com.google.rpc.Status.Builder status =
                com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(getMessage());
        details.forEach(detail -> status.addDetails(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
