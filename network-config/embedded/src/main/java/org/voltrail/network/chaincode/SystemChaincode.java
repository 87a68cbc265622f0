package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Response;

/** A chaincode that is part of the peer. Thread-safe. */
public interface SystemChaincode {
    /** The version that endorsements of system chaincodes carry. */
    String VERSION = "syscc";

    String name();

    /** Executes a call; a refusal is a response with a status of 400 or more. */
    Response invoke(TransactionContext transaction, List<ByteString> args);

    /** A response with status 200. */
    static Response success(ByteString payload) {
        return Response.newBuilder().setStatus(200).setPayload(payload).build();
    }

    /** A response with status 500. */
    static Response failure(String message) {
        return Response.newBuilder().setStatus(500).setMessage(message).build();
    }
}
