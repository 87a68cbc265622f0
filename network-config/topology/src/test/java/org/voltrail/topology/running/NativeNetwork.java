package org.voltrail.topology.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.FileWallet;
import org.voltrail.client.profile.ConnectionProfile;

/** A network that scripts/network.sh runs, in a data directory and at ports of its own. */
final class NativeNetwork {
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    private final Path data;
    private final int portOffset;

    NativeNetwork(Path data, int portOffset) {
        this.data = data;
        this.portOffset = portOffset;
    }

    Path data() {
        return data;
    }

    /** Runs a command of the script, which must succeed, and says how long it took. */
    Duration run(String... arguments) {
        long start = System.nanoTime();
        String output = output(arguments);
        assertThat(output).as("network.sh %s", String.join(" ", arguments)).startsWith("0:");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Exit code and words of a command of the script. */
    String output(String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", PROJECT.resolve("scripts/network.sh").toString(), "--data", data.toString()));
        command.addAll(List.of("--port-offset", String.valueOf(portOffset)));
        command.addAll(List.of(arguments));
        return run(command, Map.of());
    }

    private static String run(List<String> command, Map<String, String> environment) {
        try {
            Path words = Files.createTempFile("network", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            String output = Files.readString(words, StandardCharsets.UTF_8);
            Files.delete(words);
            return code + ":" + output;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends one of the network's processes without a word, as a crash would. */
    void kill(String process) {
        try {
            String pid = Files.readString(data.resolve("nodes").resolve(process).resolve("process")).split(" ")[0];
            ProcessHandle handle = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Names of the processes that serve chaincode. */
    List<String> chaincodeServices() {
        try (Stream<Path> services = Files.list(data.resolve("chaincode/services"))) {
            return services.map(service -> service.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ConnectionProfile profile() {
        return ConnectionProfile.load(data.resolve("connection.json"));
    }

    VoltrailClient client(String user) {
        return VoltrailClient.connect(
                profile(), FileWallet.open(data.resolve("wallet")).get(user).orElseThrow());
    }

    /** What the first peer of an organisation knows of the channel: height and hash of the last block, as the peer program prints it. */
    String chainInfo(String organisation, String mspId, int port) {
        Path own = data.resolve("organisations").resolve(organisation);
        String output = run(
                List.of(Path.of(System.getenv("FABRIC_BIN"), "peer").toString(), "channel", "getinfo", "-c", "voltrail"),
                Map.of(
                        "FABRIC_CFG_PATH", data.resolve("nodes/peer0." + organisation.replace("Org", "").toLowerCase(java.util.Locale.ROOT)).toString(),
                        "FABRIC_LOGGING_SPEC", "error",
                        "CORE_PEER_LOCALMSPID", mspId,
                        "CORE_PEER_ADDRESS", "localhost:" + (port + portOffset),
                        "CORE_PEER_TLS_ENABLED", "true",
                        "CORE_PEER_TLS_ROOTCERT_FILE", own.resolve("msp/tlscacerts/tlsca.pem").toString(),
                        "CORE_PEER_MSPCONFIGPATH", own.resolve("users/admin/msp").toString()));
        assertThat(output).startsWith("0:");
        return output.substring(output.indexOf('{'));
    }
}
