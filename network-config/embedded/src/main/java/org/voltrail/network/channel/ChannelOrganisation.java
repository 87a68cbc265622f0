package org.voltrail.network.channel;

import java.util.List;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * An organisation as a channel's configuration knows it.
 *
 * @param name its group in the configuration, {@code ManufacturerOrg} say
 * @param mspId its MSP id, {@code ManufacturerMSP} say
 * @param msp its MSP
 * @param anchorPeers host:port of the peers that other organisations find it by
 * @param ordererAddresses host:port of its orderers; empty for organisations that only have peers
 */
public record ChannelOrganisation(String name, String mspId, MSPConfig msp, List<String> anchorPeers, List<String> ordererAddresses) {
    public ChannelOrganisation {
        anchorPeers = List.copyOf(anchorPeers);
        ordererAddresses = List.copyOf(ordererAddresses);
    }
}
