package org.voltrail.network.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.junit.jupiter.api.Test;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.policy.Policy;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.testing.TestChannel;
import org.voltrail.network.testing.TestOrganisation;

class ChannelConfigTest {
    private static final byte[] MESSAGE = {7};

    private final TestChannel channel = new TestChannel("voltrail", "ManufacturerMSP", "RecyclerMSP", "RegulatorMSP");
    private final ChannelConfig config = channel.config();
    private final List<SigningIdentity> admins = List.of(
            channel.organisation(0).admin("a"), channel.organisation(1).admin("b"), channel.organisation(2).admin("c"));

    @Test
    void aGenesisBlockHoldsTheWholeConfiguration() {
        assertThat(config.channelId()).isEqualTo("voltrail");
        assertThat(config.sequence()).isZero();
        assertThat(config.applicationOrganisations()).containsExactly("ManufacturerMSP", "RecyclerMSP", "RegulatorMSP");
        assertThat(config.ordererOrganisations()).containsExactly("OrdererMSP");
        assertThat(config.applicationOrganisation("RecyclerMSP").orElseThrow().anchorPeers()).containsExactly("localhost:7051");
        assertThat(config.ordererOrganisation("OrdererMSP").orElseThrow().ordererAddresses()).containsExactly("localhost:7050");
        assertThat(config.batch()).isEqualTo(new BatchSettings(500, 10 << 20, 2 << 20, Duration.ofSeconds(2)));
        assertThat(config.capabilities()).isEqualTo(new Capabilities(Set.of("V3_0"), Set.of("V2_0"), Set.of("V2_5")));
        assertThat(config.consensusType()).isEqualTo("etcdraft");
        assertThat(ConfigBlocks.isConfigBlock(channel.genesis())).isTrue();
    }

    @Test
    void theUsualPoliciesAreInForce() {
        TestOrganisation manufacturer = channel.organisation(0);
        assertSatisfied("/Channel/Application/Readers", true, manufacturer.peer("p"));
        assertSatisfied("/Channel/Application/Writers", false, manufacturer.peer("p"));
        assertSatisfied("/Channel/Application/Writers", true, manufacturer.client("c"));
        assertSatisfied("/Channel/Application/Endorsement", false, manufacturer.peer("p"));
        assertSatisfied("/Channel/Application/Endorsement", true, manufacturer.peer("p"), channel.organisation(1).peer("p"));
        assertSatisfied("/Channel/Application/LifecycleEndorsement", true, manufacturer.peer("p"), channel.organisation(2).peer("p"));
        assertSatisfied("/Channel/Application/Admins", false, admins.get(0));
        assertSatisfied("/Channel/Application/Admins", true, admins.get(0), admins.get(1));
        assertSatisfied("/Channel/Orderer/BlockValidation", true, channel.orderer().orderer("o"));
        assertSatisfied("/Channel/Orderer/BlockValidation", false, manufacturer.peer("p"));
    }

    @Test
    void anOrganisationIsAddedWithTheConsentOfTheMajority() throws ConfigException {
        TestOrganisation carrier = new TestOrganisation("CarrierMSP");
        Config wanted = ConfigUpdates.withOrganisation(config.config(), TestChannel.application(carrier));
        ConfigUpdate update = ConfigUpdates.between("voltrail", config.config(), wanted);
        Envelope signed = ConfigUpdates.signed(update, admins.subList(0, 2), admins.get(0));
        ConfigEnvelope proposed = config.propose(signed);
        ChannelConfig next = config.apply(proposed);
        assertThat(next.sequence()).isEqualTo(1);
        assertThat(next.applicationOrganisations()).containsExactly("CarrierMSP", "ManufacturerMSP", "RecyclerMSP", "RegulatorMSP");
        assertThat(next.config().getChannelGroup().getGroupsOrThrow("Application").getVersion()).isEqualTo(1);
        assertThat(next.config().getChannelGroup().getVersion()).isZero();
        assertThat(next.policies().policy("/Channel/Application/Endorsement").orElseThrow()
                .evaluate(List.of(sign(carrier.peer("p")), sign(channel.organisation(0).peer("p"))))).isFalse();
        assertThat(next.policies().policy("/Channel/Application/Endorsement").orElseThrow()
                .satisfiedByPeersOf(Set.of("CarrierMSP", "ManufacturerMSP", "RecyclerMSP"))).isTrue();
        assertThatThrownBy(() -> config.msps().deserialize(carrier.client("c").serialized())).isInstanceOf(MspException.class);
        assertThatThrownBy(() -> next.propose(signed)).isInstanceOf(ConfigException.class)
                .hasMessageContaining("requires that key [Group]  /Channel/Application be at version 0, but it is currently at version 1");
    }

    @Test
    void anOrganisationCanBeRemovedAgain() throws ConfigException {
        ChannelConfig next = update(ConfigUpdates.withoutOrganisation(config.config(), "RegulatorOrg"), admins);
        assertThat(next.applicationOrganisations()).containsExactly("ManufacturerMSP", "RecyclerMSP");
    }

    @Test
    void anOrganisationsAdministratorAloneRevokesItsMembersCertificates() throws ConfigException {
        TestOrganisation manufacturer = channel.organisation(0);
        SigningIdentity mallory = manufacturer.client("mallory");
        ByteString list = ByteString.copyFromUtf8(Pem.encode(manufacturer.revoke(mallory)));
        Config wanted = ConfigUpdates.withRevocationLists(config, "ManufacturerMSP", List.of(list));
        ChannelConfig next = update(wanted, admins.subList(0, 1));
        assertThatThrownBy(() -> next.msps().validate(mallory)).hasMessageContaining("The certificate has been revoked");
        assertThatThrownBy(() -> update(wanted, admins.subList(1, 3))).isInstanceOf(ConfigException.class)
                .hasMessageContaining("policy for [Value]  /Channel/Application/ManufacturerOrg/MSP not satisfied");
    }

    @Test
    void anchorPeersAreChangedByTheirOwnOrganisation() throws ConfigException {
        ChannelConfig next = update(ConfigUpdates.withAnchorPeers(config.config(), "RecyclerOrg", List.of("recycler:1", "recycler:2")), admins.subList(1, 2));
        assertThat(next.applicationOrganisation("RecyclerMSP").orElseThrow().anchorPeers()).containsExactly("recycler:1", "recycler:2");
    }

    @Test
    void anUpdateWithoutEnoughConsentIsRefused() throws ConfigException {
        Config wanted = ConfigUpdates.withOrganisation(config.config(), TestChannel.application(new TestOrganisation("CarrierMSP")));
        assertThatThrownBy(() -> update(wanted, admins.subList(0, 1))).isInstanceOf(ConfigException.class)
                .hasMessageContaining("policy for [Group]  /Channel/Application not satisfied");
        assertThatThrownBy(() -> update(wanted, List.of(admins.get(0), admins.get(0)))).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> update(wanted, List.of(channel.organisation(0).client("x"), channel.organisation(1).client("y")))).isInstanceOf(ConfigException.class);
    }

    @Test
    void anUpdateThatChangesNothingOrAnotherChannelIsRefused() throws ConfigException {
        assertThatThrownBy(() -> ConfigUpdates.between("voltrail", config.config(), config.config())).isInstanceOf(ConfigException.class)
                .hasMessage("no differences detected between original and updated config");
        Config wanted = ConfigUpdates.withoutOrganisation(config.config(), "RegulatorOrg");
        Envelope other = ConfigUpdates.signed(ConfigUpdates.between("another", config.config(), wanted), admins, admins.get(0));
        assertThatThrownBy(() -> config.propose(other)).hasMessage("ConfigUpdate for channel 'another' but envelope for channel 'voltrail'");
        Envelope empty = ConfigUpdates.signed(ConfigUpdate.newBuilder().setChannelId("voltrail").build(), admins, admins.get(0));
        assertThatThrownBy(() -> config.propose(empty)).hasMessageContaining("delta set was empty");
        Envelope noUpdate = Envelopes.signed(HeaderType.MESSAGE, "voltrail", ByteString.EMPTY, admins.get(0));
        assertThatThrownBy(() -> config.propose(noUpdate)).isInstanceOf(ConfigException.class);
    }

    @Test
    void anUpdateThatWouldBreakTheConfigurationIsRefused() {
        ConfigGroup.Builder root = config.config().getChannelGroup().toBuilder();
        root.putGroups("Application", root.getGroupsOrThrow("Application").toBuilder().removeValues("Capabilities").build());
        Config wanted = config.config().toBuilder().setChannelGroup(root).build();
        assertThatThrownBy(() -> update(wanted, admins)).isInstanceOf(ConfigException.class).hasMessageContaining("Application capabilities are missing");
    }

    @Test
    void anOrganisationKeepsItsMspId() throws ConfigException {
        TestOrganisation other = new TestOrganisation("OtherMSP");
        ConfigGroup.Builder root = config.config().getChannelGroup().toBuilder();
        ConfigGroup.Builder application = root.getGroupsOrThrow("Application").toBuilder();
        ConfigGroup.Builder recycler = application.getGroupsOrThrow("RecyclerOrg").toBuilder();
        ConfigGroups.putValue(recycler, "MSP", other.msp());
        Config wanted = config.config().toBuilder().setChannelGroup(root.putGroups("Application", application.putGroups("RecyclerOrg", recycler.build()).build())).build();
        assertThatThrownBy(() -> update(wanted, admins)).isInstanceOf(ConfigException.class)
                .hasMessage("application org RecyclerOrg attempted to change MSP ID from RecyclerMSP to OtherMSP");
    }

    @Test
    void anOrderedConfigurationMustFollowFromItsUpdate() throws ConfigException {
        Config wanted = ConfigUpdates.withoutOrganisation(config.config(), "RegulatorOrg");
        ConfigEnvelope proposed = config.propose(ConfigUpdates.signed(ConfigUpdates.between("voltrail", config.config(), wanted), admins, admins.get(0)));
        ConfigEnvelope forged = proposed.toBuilder().setConfig(config.config().toBuilder().setSequence(1)).build();
        assertThatThrownBy(() -> config.apply(forged)).hasMessage("ConfigEnvelope LastUpdate did not produce the supplied config result");
        ConfigEnvelope early = proposed.toBuilder().setConfig(proposed.getConfig().toBuilder().setSequence(2)).build();
        assertThatThrownBy(() -> config.apply(early)).hasMessage("config currently at sequence 0, cannot validate config at sequence 2");
    }

    @Test
    void anOrderersSignatureOnABlockIsCheckedAgainstTheChannelsPolicy() {
        Block block = Blocks.newBlock(1, Blocks.headerHash(channel.genesis().getHeader()), List.of(ByteString.copyFromUtf8("tx")));
        Block signed = BlockSignatures.sign(block, channel.orderer().orderer("o"), 0);
        assertThat(BlockSignatures.verify(signed, config)).isTrue();
        assertThat(BlockSignatures.verify(block, config)).isFalse();
        assertThat(BlockSignatures.verify(BlockSignatures.sign(block, channel.organisation(0).peer("p"), 0), config)).isFalse();
        Block changed = signed.toBuilder().setHeader(signed.getHeader().toBuilder().setNumber(2)).build();
        assertThat(BlockSignatures.verify(changed, config)).isFalse();
    }

    @Test
    void aProfileWithABadChannelIdOrAddressIsRefused() {
        ChannelProfile profile = channel.profile();
        assertThatThrownBy(() -> GenesisBlock.of(new ChannelProfile("Volt Rail", profile.applicationOrganisations(), profile.ordererOrganisations(),
                profile.consenters(), profile.batch()))).hasMessage("bad channel ID: 'Volt Rail' contains illegal characters");
        ChannelOrganisation bad = new ChannelOrganisation("BadOrg", "ManufacturerMSP", channel.organisation(0).msp(), List.of("no-port"), List.of());
        assertThatThrownBy(() -> GenesisBlock.of(new ChannelProfile("voltrail", List.of(bad), profile.ordererOrganisations(),
                profile.consenters(), profile.batch()))).hasMessage("'no-port' is not host:port");
    }

    private ChannelConfig update(Config wanted, List<SigningIdentity> consenting) throws ConfigException {
        ConfigUpdate update = ConfigUpdates.between("voltrail", config.config(), wanted);
        return config.apply(config.propose(ConfigUpdates.signed(update, consenting, consenting.get(0))));
    }

    private void assertSatisfied(String path, boolean satisfied, SigningIdentity... signers) {
        Policy policy = config.policies().policy(path).orElseThrow();
        assertThat(policy.evaluate(List.of(signers).stream().map(ChannelConfigTest::sign).toList())).as(path).isEqualTo(satisfied);
    }

    private static SignedData sign(SigningIdentity identity) {
        return new SignedData(MESSAGE, identity.serialized(), identity.sign(MESSAGE));
    }
}
