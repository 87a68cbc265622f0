package org.voltrail.network;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.voltrail.network.crypto.DurableFiles;

/**
 * What a network consists of, as its data folder keeps it.
 *
 * @param channel the channel's id
 * @param host the host name under which all parts are reached
 * @param freePorts whether ports were taken as they were free, so that other ones do as well
 */
record NetworkDescription(
        String channel, String host, boolean freePorts, OrdererDescription orderer, List<OrganisationDescription> organisations) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    NetworkDescription {
        organisations = List.copyOf(organisations);
    }

    static Optional<NetworkDescription> load(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), NetworkDescription.class));
        } catch (IOException e) {
            throw new NetworkStartException(
                    "The description of the network in %s cannot be read: %s".formatted(file, e.getMessage()),
                    "Restore the file from a copy, or start with another data folder.",
                    e);
        }
    }

    void save(Path file) {
        try {
            DurableFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new NetworkStartException(
                    "Cannot write " + file + ": " + e.getMessage(), "See that the data folder can be written to.", e);
        }
    }

    /** The highest port in use. */
    int highestPort() {
        return IntStream.concat(
                        IntStream.of(orderer.port()),
                        organisations.stream().flatMapToInt(OrganisationDescription::ports))
                .max()
                .orElse(0);
    }

    Optional<OrganisationDescription> organisation(String name) {
        return organisations.stream().filter(organisation -> organisation.name().equals(name)).findFirst();
    }

    /** The same with an organisation added, or in place of the one of that name. */
    NetworkDescription with(OrganisationDescription changed) {
        List<OrganisationDescription> all = new ArrayList<>();
        organisations.forEach(each -> all.add(each.name().equals(changed.name()) ? changed : each));
        if (organisation(changed.name()).isEmpty()) {
            all.add(changed);
        }
        return new NetworkDescription(channel, host, freePorts, orderer, all);
    }

    /** The orderer and its organisation. */
    record OrdererDescription(String organisation, String mspId, String domain, int port) {
        OrdererDescription withPort(int newPort) {
            return new OrdererDescription(organisation, mspId, domain, newPort);
        }
    }

    /** An organisation with peers. */
    record OrganisationDescription(String name, String mspId, String domain, int caPort, List<PeerDescription> peers) {
        OrganisationDescription {
            peers = List.copyOf(peers);
        }

        private IntStream ports() {
            return IntStream.concat(IntStream.of(caPort), peers.stream().mapToInt(PeerDescription::port));
        }
    }

    /**
     * A peer.
     *
     * @param name within its organisation, {@code peer0} say
     * @param chaincodes where it finds chaincode servers, by chaincode
     */
    record PeerDescription(String name, int port, Map<String, String> chaincodes) {
        PeerDescription {
            chaincodes = Map.copyOf(chaincodes);
        }

        PeerDescription withChaincode(String chaincode, String address) {
            Map<String, String> more = new LinkedHashMap<>(chaincodes);
            more.put(chaincode, address);
            return new PeerDescription(name, port, more);
        }
    }
}
