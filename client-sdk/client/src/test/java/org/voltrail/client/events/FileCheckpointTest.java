package org.voltrail.client.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointTest {
    @TempDir
    Path folder;

    @Test
    void aNewCheckpointHoldsNothing() {
        assertThat(FileCheckpoint.open(folder.resolve("c")).position()).isEmpty();
    }

    @Test
    void whatWasKeptIsThereWhenTheFileIsOpenedAgain() throws IOException {
        FileCheckpoint checkpoint = FileCheckpoint.open(folder.resolve("c"));
        checkpoint.advance(new Position(7, "abc"));
        assertThat(FileCheckpoint.open(folder.resolve("c")).position()).contains(new Position(7, "abc"));

        checkpoint.advance(Position.afterBlock(8));
        assertThat(FileCheckpoint.open(folder.resolve("c")).position()).contains(Position.afterBlock(8));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("c"));
        }
    }

    @Test
    void aFileThatIsNoCheckpointIsRefused() throws IOException {
        Files.writeString(folder.resolve("c"), "{\"block\":\"x\"}");
        assertThatThrownBy(() -> FileCheckpoint.open(folder.resolve("c"))).isInstanceOf(CheckpointException.class);
        Files.writeString(folder.resolve("c"), "{");
        assertThatThrownBy(() -> FileCheckpoint.open(folder.resolve("c"))).isInstanceOf(CheckpointException.class);
    }

    @Test
    void aCheckpointThatCannotBeKeptIsReported() {
        FileCheckpoint checkpoint = FileCheckpoint.open(folder.resolve("missing").resolve("c"));
        assertThatThrownBy(() -> checkpoint.advance(Position.afterBlock(1))).isInstanceOf(CheckpointException.class);
    }

    @Property(tries = 20)
    void anyPositionComesBackAsItWas(@ForAll @LongRange(min = 0) long block) throws IOException {
        Path file = Files.createTempDirectory("checkpoint").resolve("c");
        FileCheckpoint.open(file).advance(new Position(block, "t" + block));
        assertThat(FileCheckpoint.open(file).position()).contains(new Position(block, "t" + block));
    }
}
