package org.voltrail.network.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.voltrail.network.wire.Wire;

/**
 * A chaincode package as Fabric installs it: a {@code tar.gz} of {@code metadata.json} and {@code code.tar.gz}. The embedded network
 * runs packages of type {@code ccaas}, whose code is a {@code connection.json}.
 */
public final class ChaincodePackage {
    private static final String METADATA = "metadata.json";
    private static final String CODE = "code.tar.gz";
    private static final String CONNECTION = "connection.json";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] bytes;
    private final String label;
    private final String type;
    private final byte[] code;

    private ChaincodePackage(byte[] bytes, String label, String type, byte[] code) {
        this.bytes = bytes;
        this.label = label;
        this.type = type;
        this.code = code;
    }

    /**
     * A package for a chaincode service. The same label and connection always make the same bytes, and so the same package id.
     *
     * @param label the package's label, such as {@code voltrail_1.0}
     * @param connectionJson the content of {@code connection.json}; its texts may be templates such as {@code {{.address}}}, which
     *     each peer fills in from its own settings
     */
    public static ChaincodePackage service(String label, String connectionJson) {
        byte[] code = archive(Map.of(CONNECTION, utf8(connectionJson)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(METADATA, utf8("{\"type\":\"ccaas\",\"label\":\"" + label + "\"}"));
        files.put(CODE, code);
        return new ChaincodePackage(archive(files), label, "ccaas", code);
    }

    /**
     * Reads a package.
     *
     * @throws LifecycleException when it is not a chaincode package
     */
    public static ChaincodePackage parse(byte[] bytes) throws LifecycleException {
        Map<String, byte[]> files = files(bytes, "error reading as gzip stream");
        byte[] code = files.get(CODE);
        byte[] metadata = files.get(METADATA);
        if (code == null) {
            throw new LifecycleException("did not find a code package inside the package");
        }
        if (metadata == null) {
            throw new LifecycleException("did not find any package metadata (missing metadata.json)");
        }
        JsonNode json = json(metadata);
        return new ChaincodePackage(bytes, checkedLabel(json.path("label").asText()), json.path("type").asText(), code);
    }

    private static JsonNode json(byte[] metadata) throws LifecycleException {
        try {
            return JSON.readTree(metadata);
        } catch (IOException e) {
            throw new LifecycleException("could not unmarshal metadata.json as json: " + e.getMessage());
        }
    }

    private static String checkedLabel(String label) throws LifecycleException {
        if (!LABEL.matcher(label).matches()) {
            throw new LifecycleException(("invalid label '%s'. Label must be non-empty, can only consist of alphanumerics, symbols from"
                            + " '.+-_', and can only begin with alphanumerics")
                    .formatted(label));
        }
        return label;
    }

    /** The package's bytes as they were installed. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public String label() {
        return label;
    }

    /** {@code label:hex(SHA-256(package))}: the name under which the chaincode's server must register. */
    public String packageId() {
        return label + ":" + HexFormat.of().formatHex(Wire.sha256().digest(bytes));
    }

    /**
     * The content of the package's {@code connection.json}.
     *
     * @throws LifecycleException when this is not a package for a chaincode service
     */
    String connectionJson() throws LifecycleException {
        if (!type.equalsIgnoreCase("ccaas")) {
            throw new LifecycleException("chaincode type should be ccaas, it is " + type);
        }
        byte[] connection = files(code, "error reading code package as gzip stream").get(CONNECTION);
        if (connection == null) {
            throw new LifecycleException("connection.json not found in the code package");
        }
        return new String(connection, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(byte[] archive, String failure) throws LifecycleException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(entry.getName().replaceFirst("^\\./", ""), tar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new LifecycleException(failure + ": " + e.getMessage());
        }
        return files;
    }

    private static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipParameters reproducible = new GzipParameters();
        reproducible.setModificationTime(0);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out, reproducible))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
