package org.voltrail.network.testing;

import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ChannelOrganisation;
import org.voltrail.network.channel.ChannelProfile;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.channel.GenesisBlock;
import org.voltrail.network.crypto.Pem;

/** A channel in memory, for tests: its organisations, its orderer and its genesis block. */
public final class TestChannel {
    private final String channelId;
    private final TestOrganisation orderer;
    private final List<TestOrganisation> organisations;
    private final Block genesis;

    public TestChannel(String channelId, String... mspIds) {
        this(channelId, Stream.of(mspIds).map(TestOrganisation::new).toList());
    }

    public TestChannel(String channelId, List<TestOrganisation> organisations) {
        this.channelId = channelId;
        this.orderer = new TestOrganisation("OrdererMSP");
        this.organisations = organisations;
        try {
            this.genesis = GenesisBlock.of(profile());
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    public ChannelProfile profile() {
        String certificate = Pem.encode(orderer.authority().certificate());
        return new ChannelProfile(channelId, organisations.stream().map(TestChannel::application).toList(),
                List.of(new ChannelOrganisation("OrdererOrg", "OrdererMSP", orderer.msp(), List.of(), List.of("localhost:7050"))),
                List.of(new ChannelProfile.Consenter("localhost", 7050, certificate)), ChannelProfile.DEFAULT_BATCH);
    }

    /** An organisation as a channel's configuration would have it. */
    public static ChannelOrganisation application(TestOrganisation organisation) {
        return new ChannelOrganisation(organisation.mspId().replace("MSP", "Org"), organisation.mspId(), organisation.msp(), List.of("localhost:7051"), List.of());
    }

    public TestOrganisation orderer() {
        return orderer;
    }

    public TestOrganisation organisation(int index) {
        return organisations.get(index);
    }

    public Block genesis() {
        return genesis;
    }

    public ChannelConfig config() {
        try {
            return ChannelConfig.ofBlock(genesis);
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }
}
