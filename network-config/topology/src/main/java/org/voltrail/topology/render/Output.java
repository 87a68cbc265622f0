package org.voltrail.topology.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.voltrail.topology.TopologyException;

/** Writes files, each in one step and only if it differs: an unchanged file keeps its time. */
final class Output {
    private static final YAMLMapper STRICT = new YAMLMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    private Output() {}

    static void write(Path file, String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TopologyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes YAML after reading it once: what a template has made must be well-formed and give no key twice. */
    static void writeYaml(Path file, String content) {
        try (var documents = STRICT.readerFor(JsonNode.class).readValues(content)) {
            while (documents.hasNext()) {
                documents.next();
            }
        } catch (JsonProcessingException e) {
            throw new TopologyException(file + " would not be YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TopologyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        write(file, content);
    }
}
