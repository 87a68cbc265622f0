package org.voltrail.network.samplecontract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** Serves {@link SampleContract} to one peer with the unmodified shim. */
public final class SampleServer implements AutoCloseable {
    private static final ThreadLocal<String> MSP_ID = new ThreadLocal<>();

    private final ChaincodeServer server;
    private final int port;

    private SampleServer(ChaincodeServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a server for a peer of the organisation, on a free port. */
    public static SampleServer start(String packageId, String mspId) {
        return start(packageId, mspId, freePort());
    }

    /** Starts a server on a port. */
    public static SampleServer start(String packageId, String mspId, int port) {
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(new InetSocketAddress("127.0.0.1", port));
        try {
            Router router = new Router(packageId, mspId);
            ChaincodeServer server = new NettyChaincodeServer(router, properties);
            Thread thread = new Thread(() -> run(server), "sample-chaincode-" + mspId);
            thread.setDaemon(true);
            thread.start();
            return new SampleServer(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(ChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The organisation whose peer is served on this thread. */
    static String currentMspId() {
        return MSP_ID.get();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * Serves the contract until the process is stopped: package id, then {@code mspId=port} for each peer.
     */
    public static void main(String[] arguments) throws InterruptedException {
        for (int index = 1; index < arguments.length; index++) {
            String[] parts = arguments[index].split("=");
            start(arguments[0], parts[0], Integer.parseInt(parts[1]));
        }
        Thread.currentThread().join();
    }

    /** The shim's contract router, which looks for contracts once for all servers of this process. */
    private static final class Contracts {
        private static final ContractRouter ROUTER = new ContractRouter(new String[] {"-i", "sample"});

        static {
            try {
                ROUTER.startRouterWithChaincodeServer(new NoServer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts nothing. */
    private static final class NoServer implements ChaincodeServer {
        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    /** Hands on to the contract router, with a note of whose peer it works for. */
    private static final class Router extends ChaincodeBase {
        private final String mspId;
        private final ContractRouter contracts = Contracts.ROUTER;

        Router(String packageId, String mspId) {
            this.mspId = mspId;
            processCommandLineOptions(new String[] {"-i", packageId});
            getChaincodeConfig();
        }

        @Override
        public Response init(ChaincodeStub stub) {
            return contracts.init(stub);
        }

        @Override
        public Response invoke(ChaincodeStub stub) {
            MSP_ID.set(mspId);
            return contracts.invoke(stub);
        }

        @Override
        public Properties getChaincodeConfig() {
            Properties properties = super.getChaincodeConfig();
            properties.putIfAbsent("TP_CORE_POOL_SIZE", "32");
            properties.putIfAbsent("TP_MAX_POOL_SIZE", "32");
            return properties;
        }
    }
}
