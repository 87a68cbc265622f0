package org.voltrail.network.channel;

import java.time.Duration;
import java.util.List;

/**
 * What a new channel is to be: its first organisations and its orderers.
 *
 * @param channelId lower case letters, digits, dots and dashes, beginning with a letter
 * @param applicationOrganisations those with peers
 * @param ordererOrganisations those with orderers; each names its orderers' addresses
 * @param consenters the orderers that agree on the order
 * @param batch how blocks are cut
 */
public record ChannelProfile(
        String channelId,
        List<ChannelOrganisation> applicationOrganisations,
        List<ChannelOrganisation> ordererOrganisations,
        List<Consenter> consenters,
        BatchSettings batch) {

    /** 500 transactions a block, 10 MiB a transaction, 2 MiB a block, 2 s. */
    public static final BatchSettings DEFAULT_BATCH = new BatchSettings(500, 10 << 20, 2 << 20, Duration.ofSeconds(2));

    public ChannelProfile {
        applicationOrganisations = List.copyOf(applicationOrganisations);
        ordererOrganisations = List.copyOf(ordererOrganisations);
        consenters = List.copyOf(consenters);
    }

    /** An orderer by its address and its TLS certificate in PEM, as client and as server. */
    public record Consenter(String host, int port, String tlsCertificate) {}
}
