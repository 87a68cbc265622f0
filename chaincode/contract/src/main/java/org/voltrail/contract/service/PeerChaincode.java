package org.voltrail.contract.service;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.traces.Traces;
import org.voltrail.contract.ledger.Dispatcher;

/** The shim's end of one peer's connection. */
final class PeerChaincode extends ChaincodeBase {
    /** Invocations simulated at a time for one peer; each waits for the peer most of its time. */
    private static final String THREADS = "24";

    private final Dispatcher dispatcher;
    private final PeerLink link = new PeerLink();

    PeerChaincode(String packageId, Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        processCommandLineOptions(new String[] {"-i", packageId});
        Properties properties = getChaincodeConfig();
        Metrics.initialize(properties);
        Traces.initialize(properties);
    }

    /** Begins the conversation. */
    StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
        try {
            return link.between(toPeer, this::connectToPeer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shim asks this for the size of its pool of threads. */
    @Override
    public final Properties getChaincodeConfig() {
        Properties properties = super.getChaincodeConfig();
        properties.putIfAbsent("TP_CORE_POOL_SIZE", THREADS);
        properties.putIfAbsent("TP_MAX_POOL_SIZE", THREADS);
        return properties;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return invoke(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return dispatcher.invoke(stub, link);
    }
}
