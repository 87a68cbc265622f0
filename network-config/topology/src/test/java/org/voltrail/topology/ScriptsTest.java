package org.voltrail.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The network's scripts. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {
    private static final Path PROJECT = Path.of("..", "..");

    @Test
    void theScriptsAreBash() throws Exception {
        for (String script : scripts()) {
            assertThat(run(List.of("bash", "-n", script))).as(script).isEqualTo("0:");
        }
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeThat(isOnPath("shellcheck")).as("shellcheck is installed").isTrue();
        List<String> command = new ArrayList<>(List.of("shellcheck", "-x"));
        command.addAll(scripts());

        assertThat(run(command)).isEqualTo("0:");
    }

    @Test
    void anUnknownCommandShowsHowToUseTheScript() throws Exception {
        assertThat(run(List.of("bash", "scripts/network.sh", "fly"))).startsWith("2:Usage:");
    }

    @Test
    void aNetworkThatIsNotThereIsSaidSo() throws Exception {
        assertThat(run(List.of("bash", "scripts/network.sh", "--data", "target/nowhere", "status")))
                .startsWith("1:Error: There is no network in")
                .contains("up");
    }

    private static List<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>(List.of("scripts/network.sh"));
        for (String folder : List.of("scripts/network", "network-config/builder/bin")) {
            try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
                files.filter(Files::isRegularFile).map(file -> PROJECT.relativize(file).toString()).sorted().forEach(scripts::add);
            }
        }
        return scripts;
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + ":" + output;
    }
}
