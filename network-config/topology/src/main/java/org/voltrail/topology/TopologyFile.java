package org.voltrail.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes {@code network.yaml}. A field that is missing or unknown is a fault, so that a slip of the pen shows at once. */
public final class TopologyFile {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private TopologyFile() {}

    /**
     * Reads the description and checks it.
     *
     * @throws TopologyException if the file cannot be read or the description is at fault
     */
    public static Topology read(Path file) {
        try {
            Topology topology = YAML.readValue(Files.readString(file), Topology.class);
            new TopologyCheck(topology).run();
            return topology;
        } catch (JsonProcessingException e) {
            throw new TopologyException(file + ": " + e.getOriginalMessage() + where(e), e);
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    /** Writes the description, replacing the file in one step. */
    public static void write(Topology topology, Path file) {
        new TopologyCheck(topology).run();
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(fresh, YAML.writeValueAsString(topology));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TopologyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
