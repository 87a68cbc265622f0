package org.voltrail.network.channel;

import java.util.Set;

/** The capabilities that a channel's configuration demands of the channel, the orderers and the application's peers, such as {@code V2_5}. */
public record Capabilities(Set<String> channel, Set<String> orderer, Set<String> application) {
    private static final Set<String> CHANNEL = Set.of("V1_4_3", "V2_0", "V3_0");
    private static final Set<String> ORDERER = Set.of("V1_4_2", "V2_0");
    private static final Set<String> APPLICATION = Set.of("V2_0", "V2_5");

    public Capabilities {
        channel = Set.copyOf(channel);
        orderer = Set.copyOf(orderer);
        application = Set.copyOf(application);
    }

    /** Refuses capabilities that this network does not have, and configurations older than those it knows how to judge. */
    void requireSupported() throws ConfigException {
        requireSupported("Channel", channel, CHANNEL);
        requireSupported("Orderer", orderer, ORDERER);
        requireSupported("Application", application, APPLICATION);
    }

    private static void requireSupported(String group, Set<String> demanded, Set<String> known) throws ConfigException {
        for (String capability : demanded) {
            if (!known.contains(capability)) {
                throw new ConfigException(group + " capability " + capability + " is required but not supported");
            }
        }
        if (demanded.isEmpty()) {
            throw new ConfigException(group + " capabilities are missing; needed is one of " + known.stream().sorted().toList());
        }
    }

    /** Whether organisations of the channel name their own orderers' addresses and nobody else does. */
    boolean organisationsOwnOrdererAddresses() {
        return channel.contains("V3_0");
    }
}
