package org.voltrail.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.voltrail.cli.Voltrail;
import org.voltrail.client.identity.FileWallet;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** The command line as a program of its own, with little memory, in a working folder with a wallet for one identity. */
final class VoltrailProgram {
    private static final String LABEL = "clerk";

    private final ScenarioNetwork network;
    private final Path folder;
    private final int megabytes;

    /** Runs in the folder with a heap of so many MiB. */
    VoltrailProgram(ScenarioNetwork network, Path folder, LedgerIdentity identity, int megabytes) {
        this.network = network;
        this.folder = folder;
        this.megabytes = megabytes;
        FileWallet.open(folder.resolve("wallet")).put(LABEL, identity);
    }

    /** Starts a command; its output goes to {@link #output()}, what it remarks to {@link #remarks()}. */
    Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-cp", System.getProperty("java.class.path"),
                Voltrail.class.getName(),
                "--profile", network.profileFile().toString(),
                "--wallet", folder.resolve("wallet").toString(),
                "--identity", LABEL,
                "--json"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output().toFile())
                    .redirectError(remarks().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. */
    void run(String... arguments) {
        int code = start(arguments).onExit().join().exitValue();
        if (code != 0) {
            throw new AssertionError("Exit code " + code + ": " + read(remarks()));
        }
    }

    /** What the last command printed. */
    Path output() {
        return folder.resolve("output");
    }

    /** What the last command remarked. */
    Path remarks() {
        return folder.resolve("remarks");
    }

    /** The lines that the last command printed. */
    Stream<String> lines() {
        try {
            return Files.lines(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
