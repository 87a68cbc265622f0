package org.voltrail.scenarios.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voltrail.contract.service.ChaincodeService;
import org.voltrail.contract.service.Endpoint;
import org.voltrail.network.deployment.ChaincodeDeployment;

/** The chaincode in this process, with a server for each organisation's peer. */
final class ChaincodeServers implements AutoCloseable {
    static final String CHAINCODE = "voltrail";
    static final String VERSION = "1.0";

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final ChaincodeService service;

    private ChaincodeServers(List<String> organisations, ChaincodeService service) {
        this.service = service;
        for (int i = 0; i < organisations.size(); i++) {
            addresses.put(organisations.get(i), "127.0.0.1:" + service.addresses().get(i).getPort());
        }
    }

    /** Starts a server for each organisation, on free ports. */
    static ChaincodeServers start(List<String> organisations) throws IOException {
        String packageId = ChaincodeDeployment.of(CHAINCODE, VERSION).chaincodePackage().packageId();
        Endpoint anyPort = new Endpoint(packageId, new InetSocketAddress("127.0.0.1", 0));
        List<Endpoint> endpoints = Stream.generate(() -> anyPort).limit(organisations.size()).toList();
        return new ChaincodeServers(organisations, ChaincodeService.start(endpoints, null));
    }

    /** Where each organisation's peer finds its server. */
    Map<String, String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        service.close();
    }
}
