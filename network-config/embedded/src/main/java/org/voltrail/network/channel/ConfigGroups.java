package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.List;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.etcdraft.ConfigMetadata;
import org.hyperledger.fabric.protos.orderer.etcdraft.Options;
import org.hyperledger.fabric.protos.peer.AnchorPeer;
import org.hyperledger.fabric.protos.peer.AnchorPeers;
import org.voltrail.network.policy.PolicyException;
import org.voltrail.network.policy.PolicyText;

/** The groups of a new configuration, with the policies of Fabric's sample profile. Everything is modified by its group's administrators. */
final class ConfigGroups {
    private static final int WHOLE_BLOCK = -1;

    private ConfigGroups() {}

    static ConfigGroup channel(ChannelProfile profile) throws ConfigException {
        ConfigGroup.Builder group = group();
        putCapability(group, "V3_0");
        putValue(group, ConfigKeys.HASHING_ALGORITHM, HashingAlgorithm.newBuilder().setName("SHA256").build());
        putValue(group, ConfigKeys.BLOCK_DATA_HASHING_STRUCTURE, BlockDataHashingStructure.newBuilder().setWidth(WHOLE_BLOCK).build());
        putUsualImplicitPolicies(group);
        group.putGroups(ConfigKeys.ORDERER, orderer(profile));
        group.putGroups(ConfigKeys.APPLICATION, application(profile.applicationOrganisations()));
        return group.build();
    }

    private static ConfigGroup application(List<ChannelOrganisation> organisations) throws ConfigException {
        ConfigGroup.Builder group = group();
        putCapability(group, "V2_5");
        putUsualImplicitPolicies(group);
        putImplicit(group, ConfigKeys.LIFECYCLE_ENDORSEMENT, "MAJORITY Endorsement");
        putImplicit(group, ConfigKeys.ENDORSEMENT, "MAJORITY Endorsement");
        for (ChannelOrganisation organisation : organisations) {
            group.putGroups(organisation.name(), applicationOrganisation(organisation));
        }
        return group.build();
    }

    /** An organisation with peers: its members read, administrators and clients write, peers endorse. */
    static ConfigGroup applicationOrganisation(ChannelOrganisation organisation) throws ConfigException {
        ConfigNames.requireElement(organisation.name());
        String id = organisation.mspId();
        ConfigGroup.Builder group = group();
        putValue(group, ConfigKeys.MSP, organisation.msp());
        if (!organisation.anchorPeers().isEmpty()) {
            putValue(group, ConfigKeys.ANCHOR_PEERS, anchorPeers(organisation.anchorPeers()));
        }
        putSignature(group, ConfigKeys.READERS, "OR('%1$s.admin', '%1$s.peer', '%1$s.client')", id);
        putSignature(group, ConfigKeys.WRITERS, "OR('%1$s.admin', '%1$s.client')", id);
        putSignature(group, ConfigKeys.ADMINS, "OR('%1$s.admin')", id);
        putSignature(group, ConfigKeys.ENDORSEMENT, "OR('%1$s.peer')", id);
        return group.build();
    }

    private static ConfigGroup orderer(ChannelProfile profile) throws ConfigException {
        ConfigGroup.Builder group = group();
        putCapability(group, "V2_0");
        putUsualImplicitPolicies(group);
        putImplicit(group, ConfigKeys.BLOCK_VALIDATION, "ANY Writers");
        putValue(group, ConfigKeys.BATCH_SIZE, batchSize(profile.batch()));
        putValue(group, ConfigKeys.BATCH_TIMEOUT, BatchTimeout.newBuilder().setTimeout(GoDuration.format(profile.batch().timeout())).build());
        putValue(group, ConfigKeys.CHANNEL_RESTRICTIONS, ChannelRestrictions.getDefaultInstance());
        putValue(group, ConfigKeys.CONSENSUS_TYPE, raft(profile.consenters()));
        for (ChannelOrganisation organisation : profile.ordererOrganisations()) {
            group.putGroups(organisation.name(), ordererOrganisation(organisation));
        }
        return group.build();
    }

    private static ConfigGroup ordererOrganisation(ChannelOrganisation organisation) throws ConfigException {
        ConfigNames.requireElement(organisation.name());
        ConfigGroup.Builder group = group();
        putValue(group, ConfigKeys.MSP, organisation.msp());
        putValue(group, ConfigKeys.ENDPOINTS, OrdererAddresses.newBuilder().addAllAddresses(organisation.ordererAddresses()).build());
        putSignature(group, ConfigKeys.READERS, "OR('%1$s.member')", organisation.mspId());
        putSignature(group, ConfigKeys.WRITERS, "OR('%1$s.member')", organisation.mspId());
        putSignature(group, ConfigKeys.ADMINS, "OR('%1$s.admin')", organisation.mspId());
        return group.build();
    }

    static AnchorPeers anchorPeers(List<String> addresses) throws ConfigException {
        AnchorPeers.Builder anchors = AnchorPeers.newBuilder();
        for (String address : addresses) {
            anchors.addAnchorPeers(anchorPeer(address));
        }
        return anchors.build();
    }

    private static AnchorPeer anchorPeer(String address) throws ConfigException {
        int colon = address.lastIndexOf(':');
        try {
            return AnchorPeer.newBuilder().setHost(address.substring(0, colon)).setPort(Integer.parseInt(address.substring(colon + 1))).build();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new ConfigException("'" + address + "' is not host:port", e);
        }
    }

    private static BatchSize batchSize(BatchSettings batch) {
        return BatchSize.newBuilder().setMaxMessageCount(batch.maxMessages())
                .setAbsoluteMaxBytes(batch.absoluteMaxBytes()).setPreferredMaxBytes(batch.preferredMaxBytes()).build();
    }

    private static ConsensusType raft(List<ChannelProfile.Consenter> consenters) {
        ConfigMetadata.Builder metadata = ConfigMetadata.newBuilder().setOptions(Options.newBuilder()
                .setTickInterval("500ms").setElectionTick(10).setHeartbeatTick(1).setMaxInflightBlocks(5).setSnapshotIntervalSize(16 << 20));
        for (ChannelProfile.Consenter consenter : consenters) {
            ByteString certificate = ByteString.copyFromUtf8(consenter.tlsCertificate());
            metadata.addConsentersBuilder().setHost(consenter.host()).setPort(consenter.port())
                    .setClientTlsCert(certificate).setServerTlsCert(certificate);
        }
        return ConsensusType.newBuilder().setType("etcdraft").setMetadata(metadata.build().toByteString()).build();
    }

    private static ConfigGroup.Builder group() {
        return ConfigGroup.newBuilder().setModPolicy(ConfigKeys.ADMINS);
    }

    private static void putCapability(ConfigGroup.Builder group, String capability) {
        putValue(group, ConfigKeys.CAPABILITIES, org.hyperledger.fabric.protos.common.Capabilities.newBuilder()
                .putCapabilities(capability, Capability.getDefaultInstance()).build());
    }

    static void putValue(ConfigGroup.Builder group, String key, Message value) {
        group.putValues(key, ConfigValue.newBuilder().setModPolicy(ConfigKeys.ADMINS).setValue(Deterministic.bytes(value)).build());
    }

    private static void putUsualImplicitPolicies(ConfigGroup.Builder group) throws ConfigException {
        putImplicit(group, ConfigKeys.READERS, "ANY Readers");
        putImplicit(group, ConfigKeys.WRITERS, "ANY Writers");
        putImplicit(group, ConfigKeys.ADMINS, "MAJORITY Admins");
    }

    private static void putImplicit(ConfigGroup.Builder group, String name, String rule) throws ConfigException {
        try {
            putPolicy(group, name, PolicyType.IMPLICIT_META, PolicyText.implicitMeta(rule));
        } catch (PolicyException e) {
            throw new ConfigException("invalid implicit meta policy rule '" + rule + "'", e);
        }
    }

    private static void putSignature(ConfigGroup.Builder group, String name, String rule, String mspId) throws ConfigException {
        try {
            putPolicy(group, name, PolicyType.SIGNATURE, PolicyText.signaturePolicy(rule.formatted(mspId)));
        } catch (PolicyException e) {
            throw new ConfigException("invalid signature policy rule for MSP id '" + mspId + "'", e);
        }
    }

    private static void putPolicy(ConfigGroup.Builder group, String name, PolicyType type, Message value) {
        group.putPolicies(name, ConfigPolicy.newBuilder().setModPolicy(ConfigKeys.ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value.toByteString())).build());
    }
}
