package org.voltrail.network.channel;

import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.policy.PolicyManager;

/** One version of a channel's configuration, read from its {@code common.Config}. Immutable and thread-safe. */
public interface ChannelConfig {
    /**
     * Reads a configuration.
     *
     * @throws ConfigException when it is not sound
     */
    static ChannelConfig of(String channelId, Config config) throws ConfigException {
        return ParsedChannelConfig.of(channelId, config);
    }

    /**
     * Reads the configuration in a configuration block, the genesis block for instance.
     *
     * @throws ConfigException when the block is not a configuration block or the configuration is not sound
     */
    static ChannelConfig ofBlock(Block block) throws ConfigException {
        return ConfigBlocks.read(block);
    }

    String channelId();

    /** The configuration's sequence number; 0 in the genesis block. */
    long sequence();

    Config config();

    MspManager msps();

    PolicyManager policies();

    /** MSP ids of the application organisations, sorted. */
    List<String> applicationOrganisations();

    /** MSP ids of the orderer organisations, sorted. */
    List<String> ordererOrganisations();

    /** An application organisation, by MSP id. */
    Optional<ChannelOrganisation> applicationOrganisation(String mspId);

    /** An orderer organisation, by MSP id. */
    Optional<ChannelOrganisation> ordererOrganisation(String mspId);

    /** Orderer batch limits: messages, absolute and preferred bytes, and the batch timeout. */
    BatchSettings batch();

    Capabilities capabilities();

    /** {@code etcdraft} or {@code BFT}. */
    String consensusType();

    /**
     * Judges a signed {@code CONFIG_UPDATE} envelope and makes the configuration that it leads to, for the orderer to put into
     * a {@code CONFIG} transaction. Who may submit it is not checked here.
     *
     * @throws ConfigException when the update is malformed, stale, not authorised, or leads to an unsound configuration
     */
    ConfigEnvelope propose(Envelope configUpdate) throws ConfigException;

    /**
     * Checks that an ordered configuration follows from this one by its own last update, and gives it.
     *
     * @throws ConfigException when it does not follow or is not sound
     */
    ChannelConfig apply(ConfigEnvelope ordered) throws ConfigException;
}
