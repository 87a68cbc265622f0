package org.voltrail.network;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.deployment.ChaincodeDeployment;

/** The file that is there while the network can be used, and says where. */
final class ReadyFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EmbeddedNetwork network;
    private final DataFolder folder;

    ReadyFile(EmbeddedNetwork network) {
        this.network = network;
        this.folder = new DataFolder(network.data());
    }

    void write(List<ChaincodeDeployment> chaincodes) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("pid", ProcessHandle.current().pid());
        content.put("channel", network.channel());
        content.put("connectionProfile", network.connectionProfile().toString());
        content.put("orderer", network.orderer());
        content.put("organisations", network.organisations().stream().map(this::organisation).toList());
        content.put("chaincodes", chaincodes.stream().map(ReadyFile::chaincode).toList());
        DurableFiles.write(folder.ready(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    private Map<String, Object> organisation(String name) {
        Map<String, Object> organisation = new LinkedHashMap<>();
        organisation.put("name", name);
        organisation.put("mspId", network.organisation(name).mspId());
        organisation.put("connectionProfile", network.connectionProfile(name).toString());
        organisation.put("certificateAuthority", network.caUrl(name));
        organisation.put("peers", network.peers(name));
        return organisation;
    }

    private static Map<String, Object> chaincode(ChaincodeDeployment deployment) {
        Map<String, Object> chaincode = new LinkedHashMap<>();
        chaincode.put("name", deployment.name());
        chaincode.put("version", deployment.version());
        chaincode.put("packageId", deployment.chaincodePackage().packageId());
        chaincode.put("servers", deployment.addresses());
        return chaincode;
    }

    void delete() {
        try {
            Files.deleteIfExists(folder.ready());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot delete " + folder.ready(), e);
        }
    }
}
