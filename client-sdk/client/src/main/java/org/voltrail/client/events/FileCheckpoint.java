package org.voltrail.client.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.internal.files.SafeFiles;

/**
 * A checkpoint in a file, {@code {"block":12,"transactionId":"…"}}. Each advance replaces the file as a whole and reaches the disk
 * before it returns, so that the position survives a crash of the process and of the machine.
 */
public final class FileCheckpoint implements Checkpoint {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private volatile @Nullable Position position;

    private FileCheckpoint(Path file, @Nullable Position position) {
        this.file = file;
        this.position = position;
    }

    /**
     * The checkpoint in a file; empty if there is no file yet. Its folder must exist.
     *
     * @throws CheckpointException if the file cannot be read or holds something else
     */
    public static FileCheckpoint open(Path file) {
        try {
            return new FileCheckpoint(file, parse(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return new FileCheckpoint(file, null);
        } catch (IOException e) {
            throw new CheckpointException("Cannot read the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public void advance(Position to) {
        try {
            SafeFiles.replace(file, JSON.writeValueAsBytes(json(to)));
            position = to;
        } catch (IOException e) {
            throw new CheckpointException("Cannot keep the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    private static ObjectNode json(Position position) {
        ObjectNode json = JSON.createObjectNode().put("block", position.block());
        return position.transactionId() == null ? json : json.put("transactionId", position.transactionId());
    }

    private static Position parse(Path file, byte[] content) throws IOException {
        JsonNode json = JSON.readTree(content);
        JsonNode block = json.path("block");
        if (!block.canConvertToLong() || block.longValue() < 0) {
            throw new CheckpointException("The file " + file + " holds no checkpoint", null);
        }
        return new Position(block.longValue(), json.path("transactionId").textValue());
    }
}
