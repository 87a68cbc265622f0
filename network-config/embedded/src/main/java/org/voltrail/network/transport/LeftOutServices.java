package org.voltrail.network.transport;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers calls of services that a real network has and this one has not. */
final class LeftOutServices extends HandlerRegistry {
    private static final Map<String, String> SENTENCES = Map.of(
            "gossip.Gossip", "The embedded network has no gossip: its peers share one ledger in one process.",
            "protos.Snapshot", "The embedded network takes no ledger snapshots: copy its data directory while it is stopped.",
            "protos.ChaincodeSupport",
                    "The embedded network does not take connections from chaincode: run the chaincode as a service, peers connect to it.",
            "protos.Admin", "The embedded network has no administration service: its log level is set where it is started.",
            "orderer.Cluster", "The embedded network has one orderer and no cluster.",
            "orderer.ClusterNodeService", "The embedded network has one orderer and no cluster.");

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .setFullMethodName(methodName)
                .setRequestMarshaller(Bytes.INSTANCE)
                .setResponseMarshaller(Bytes.INSTANCE)
                .build();
        return ServerMethodDefinition.create(method, new Refusal(sentence(methodName)));
    }

    private static String sentence(String methodName) {
        String service = String.valueOf(MethodDescriptor.extractFullServiceName(methodName));
        return SENTENCES.getOrDefault(service, "The embedded network does not have %s at this endpoint.".formatted(methodName));
    }

    private record Refusal(String sentence) implements ServerCallHandler<byte[], byte[]> {
        @Override
        public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
            call.close(Status.UNIMPLEMENTED.withDescription(sentence), new Metadata());
            return new ServerCall.Listener<>() { };
        }
    }

    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        INSTANCE;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
