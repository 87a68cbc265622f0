package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.ledger.fixture.RandomWork;

class StateRebuildTest {
    private static final LedgerSettings SMALL_FILES = new LedgerSettings(64 << 10, 1 << 20);
    private static final int BLOCKS = 40;

    @TempDir
    Path directory;

    private Map<String, String> state;

    @BeforeEach
    void work() {
        try (ChannelFixture channel = ChannelFixture.in(directory, SMALL_FILES)) {
            RandomWork.deploy(channel);
            RandomWork work = new RandomWork(channel, 42);
            for (int i = 0; i < BLOCKS; i++) {
                channel.commit(work.transactions());
            }
        }
        state = LedgerDump.state(directory);
    }

    @Test
    void aStateThatWasDeletedIsRebuiltFromTheBlocks() throws IOException {
        delete(directory.resolve("state"));

        ChannelFixture.in(directory, SMALL_FILES).close();

        assertThat(LedgerDump.state(directory)).isEqualTo(state);
    }

    @Test
    void aStateThatIsDamagedIsRebuiltFromTheBlocks() throws IOException {
        Files.writeString(directory.resolve("state/CURRENT"), "nonsense");

        ChannelFixture.in(directory, SMALL_FILES).close();

        assertThat(LedgerDump.state(directory)).isEqualTo(state);
    }

    @Test
    void aStateThatIsBehindIsBroughtUpToTheBlocks() throws IOException {
        Path copy = directory.resolveSibling(directory.getFileName() + "-copy");
        copy(directory, copy);
        try (ChannelFixture channel = ChannelFixture.in(directory, SMALL_FILES).noncesFrom(1 << 20)) {
            RandomWork work = new RandomWork(channel, 43);
            for (int i = 0; i < 10; i++) {
                channel.commit(work.transactions());
            }
        }
        Map<String, String> later = LedgerDump.state(directory);
        delete(directory.resolve("state"));
        copy(copy.resolve("state"), directory.resolve("state"));

        ChannelFixture.in(directory, SMALL_FILES).close();

        assertThat(LedgerDump.state(directory)).isEqualTo(later);
        delete(copy);
    }

    @Test
    void theBlocksAreSpreadOverSeveralFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("blocks"))) {
            assertThat(files.count()).isGreaterThan(3);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
