package org.voltrail.network.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/** A folder that describes an MSP, in the layout that Fabric and its tools share ({@code msp/configbuilder.go}). */
public final class MspFolder {
    static final String AUTHORITIES = "cacerts";
    static final String TLS_AUTHORITIES = "tlscacerts";
    static final String REVOCATION_LISTS = "crls";
    static final String CONFIGURATION = "config.yaml";
    private static final int FABRIC = 0;
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path folder;

    private MspFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads the MSP, without any private key. */
    public static MSPConfig read(Path folder, String mspId) throws IOException {
        return MSPConfig.newBuilder().setType(FABRIC).setConfig(new MspFolder(folder).config(mspId).toByteString()).build();
    }

    private FabricMSPConfig config(String mspId) throws IOException {
        FabricMSPConfig.Builder config = FabricMSPConfig.newBuilder().setName(mspId)
                .setCryptoConfig(FabricCryptoConfig.newBuilder().setSignatureHashFamily("SHA2").setIdentityIdentifierHashFunction("SHA256"))
                .addAllRootCerts(files(AUTHORITIES)).addAllIntermediateCerts(files("intermediatecerts"))
                .addAllAdmins(files("admincerts")).addAllRevocationList(files(REVOCATION_LISTS))
                .addAllTlsRootCerts(files(TLS_AUTHORITIES)).addAllTlsIntermediateCerts(files("tlsintermediatecerts"));
        Path configuration = folder.resolve(CONFIGURATION);
        if (Files.exists(configuration)) {
            addUnits(config, YAML.readTree(configuration.toFile()));
        }
        return config.build();
    }

    private List<ByteString> files(String name) throws IOException {
        Path directory = folder.resolve(name);
        List<ByteString> contents = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                    contents.add(ByteString.copyFrom(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private void addUnits(FabricMSPConfig.Builder config, JsonNode yaml) throws IOException {
        for (JsonNode unit : yaml.path("OrganizationalUnitIdentifiers")) {
            config.addOrganizationalUnitIdentifiers(unit(unit));
        }
        JsonNode nodeOus = yaml.path("NodeOUs");
        if (nodeOus.path("Enable").asBoolean()) {
            config.setFabricNodeOus(nodeOus(nodeOus));
        }
    }

    private FabricNodeOUs nodeOus(JsonNode yaml) throws IOException {
        FabricNodeOUs.Builder nodeOus = FabricNodeOUs.newBuilder().setEnable(true);
        if (isDefined(yaml.path("ClientOUIdentifier"))) {
            nodeOus.setClientOuIdentifier(unit(yaml.path("ClientOUIdentifier")));
        }
        if (isDefined(yaml.path("PeerOUIdentifier"))) {
            nodeOus.setPeerOuIdentifier(unit(yaml.path("PeerOUIdentifier")));
        }
        if (isDefined(yaml.path("AdminOUIdentifier"))) {
            nodeOus.setAdminOuIdentifier(unit(yaml.path("AdminOUIdentifier")));
        }
        if (isDefined(yaml.path("OrdererOUIdentifier"))) {
            nodeOus.setOrdererOuIdentifier(unit(yaml.path("OrdererOUIdentifier")));
        }
        return nodeOus.build();
    }

    private static boolean isDefined(JsonNode unit) {
        return !unit.path("OrganizationalUnitIdentifier").asText().isEmpty();
    }

    private FabricOUIdentifier unit(JsonNode yaml) throws IOException {
        FabricOUIdentifier.Builder unit = FabricOUIdentifier.newBuilder()
                .setOrganizationalUnitIdentifier(yaml.path("OrganizationalUnitIdentifier").asText());
        String certificate = yaml.path("Certificate").asText();
        if (!certificate.isEmpty()) {
            unit.setCertificate(ByteString.copyFrom(Files.readAllBytes(folder.resolve(certificate))));
        }
        return unit.build();
    }
}
