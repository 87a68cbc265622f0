package org.voltrail.topology.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.topology.Networks;

/** The files of containers that are kept with the source. */
class ContainerFilesTest {
    private static final Path KEPT = Path.of("..");

    private final Map<String, String> rendered = new ContainerFiles(Networks.standard(), KEPT).files();

    @Test
    void theKeptFilesAreWhatTheDescriptionGives() {
        rendered.forEach((name, text) -> assertThat(KEPT.resolve(name))
                .as("render it anew with: scripts/network.sh files")
                .exists()
                .hasContent(text));
    }

    @Test
    void noFileIsKeptThatTheDescriptionNoLongerGives() throws IOException {
        for (String folder : new String[] {"compose", "kubernetes"}) {
            try (var files = Files.walk(KEPT.resolve(folder))) {
                assertThat(files.filter(file -> file.toString().endsWith(".yaml"))
                                .map(file -> KEPT.relativize(file).toString().replace('\\', '/')))
                        .isSubsetOf(rendered.keySet());
            }
        }
    }

    @Test
    void noFileHoldsASecretOrAPathOfTheMachineThatRenderedIt() {
        assertThat(rendered.values()).allSatisfy(text -> assertThat(text)
                .doesNotContain("PRIVATE KEY")
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("user.home") + "/"));
    }
}
