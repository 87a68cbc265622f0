package org.voltrail.client.internal.gateway;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;

/** Stands where a connection is asked for but none is used. */
final class NoChannel extends Channel {
    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        throw new UnsupportedOperationException("Messages are built here, not sent");
    }

    @Override
    public String authority() {
        return "none";
    }
}
