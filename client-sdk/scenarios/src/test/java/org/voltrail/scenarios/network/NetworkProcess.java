package org.voltrail.scenarios.network;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.model.Role;
import org.voltrail.network.NetworkMain;

/**
 * The embedded network as a process of its own that can be killed and started again on the same data and ports. The chaincode stays
 * in this process.
 */
public final class NetworkProcess implements ScenarioNetwork, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORTS = 1 + 2 * Party.values().length;
    /** Below the ports that systems give to outgoing connections, so that nobody takes one while the network is down. */
    private static final int FIRST_PORT = 15_000;
    private static final int LAST_PORT = 32_000;

    private final Path folder;
    private final ChaincodeServers chaincode;
    private final int portBase;
    private Process process;

    private NetworkProcess(Path folder, ChaincodeServers chaincode, int portBase) throws IOException {
        this.folder = folder;
        this.chaincode = chaincode;
        this.portBase = portBase;
        this.process = launch();
    }

    /** Starts the four organisations of the standard network and waits until they can be used. */
    public static NetworkProcess start() {
        try {
            Path folder = Files.createTempDirectory("voltrail-process");
            List<String> organisations = Arrays.stream(Party.values()).map(Party::organisation).toList();
            NetworkProcess network = new NetworkProcess(folder, ChaincodeServers.start(organisations), freePorts());
            network.awaitReady();
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePorts() {
        return ThreadLocalRandom.current().ints(FIRST_PORT, LAST_PORT - PORTS)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(NetworkProcess::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Process launch() throws IOException {
        String servers = chaincode.addresses().entrySet().stream()
                .map(server -> server.getKey() + "@" + server.getValue())
                .collect(Collectors.joining(","));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"),
                        NetworkMain.class.getName(),
                        "--data", data().toString(),
                        "--port-base", Integer.toString(portBase),
                        "--chaincode", ChaincodeServers.CHAINCODE + ":" + ChaincodeServers.VERSION + "=" + servers)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private File log() {
        return folder.resolve("network.log").toFile();
    }

    /** Waits for the file that says so; one of a process that was killed may still be there. */
    private void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The network has ended: " + Files.readString(log().toPath()));
            }
            return readyPid() == process.pid();
        });
    }

    private long readyPid() throws IOException {
        Path ready = data().resolve("ready.json");
        return Files.exists(ready) ? new JsonMapper().readTree(ready.toFile()).path("pid").longValue() : -1;
    }

    /** Kills the process without warning and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts the process again on what it left behind, and waits until it can be used. */
    public void restart() {
        try {
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path profileFile() {
        return data().resolve("connection.json");
    }

    @Override
    public Optional<LedgerIdentity> expired(Party party, Role role) {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        chaincode.close();
        Folders.delete(folder);
    }
}
