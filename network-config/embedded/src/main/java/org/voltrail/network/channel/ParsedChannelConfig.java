package org.voltrail.network.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.peer.AnchorPeers;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.policy.PolicyException;
import org.voltrail.network.policy.PolicyManager;

/** A configuration that has been read and found sound. */
final class ParsedChannelConfig implements ChannelConfig {
    private static final int WHOLE_BLOCK = -1;

    private final String channelId;
    private final Config config;
    private final Capabilities capabilities;
    private final SortedMap<String, ChannelOrganisation> application;
    private final SortedMap<String, ChannelOrganisation> orderers;
    private final BatchSettings batch;
    private final String consensusType;
    private final MspManager msps;
    private final PolicyManager policies;

    private ParsedChannelConfig(String channelId, Config config) throws ConfigException, MspException, PolicyException {
        ConfigGroup root = config.getChannelGroup();
        ConfigGroup ordererGroup = ConfigValues.group(root, ConfigKeys.ORDERER);
        ConfigGroup applicationGroup = ConfigValues.group(root, ConfigKeys.APPLICATION);
        this.channelId = channelId;
        this.config = config;
        this.capabilities = new Capabilities(
                ConfigValues.capabilities(root), ConfigValues.capabilities(ordererGroup), ConfigValues.capabilities(applicationGroup));
        capabilities.requireSupported();
        requireSoundRoot(root);
        this.application = organisations(applicationGroup);
        this.orderers = organisations(ordererGroup);
        requireOrdererAddresses();
        this.batch = BatchValues.read(ordererGroup);
        this.consensusType = ConfigValues.get(ordererGroup, ConfigKeys.CONSENSUS_TYPE, ConsensusType.parser()).getType();
        this.msps = MspManager.of(Stream.concat(application.values().stream(), orderers.values().stream()).map(ChannelOrganisation::msp).toList());
        this.policies = PolicyManager.of(root, msps);
    }

    static ParsedChannelConfig of(String channelId, Config config) throws ConfigException {
        ConfigNames.requireChannelId(channelId);
        try {
            return new ParsedChannelConfig(channelId, config);
        } catch (MspException e) {
            throw new ConfigException("setting up the MSP manager failed: " + e.getMessage(), e);
        } catch (PolicyException e) {
            throw new ConfigException("initializing policymanager failed: " + e.getMessage(), e);
        }
    }

    private void requireSoundRoot(ConfigGroup root) throws ConfigException {
        String algorithm = ConfigValues.get(root, ConfigKeys.HASHING_ALGORITHM, HashingAlgorithm.parser()).getName();
        if (!algorithm.equals("SHA256")) {
            throw new ConfigException("Unknown hashing algorithm type: " + algorithm);
        }
        if (ConfigValues.get(root, ConfigKeys.BLOCK_DATA_HASHING_STRUCTURE, BlockDataHashingStructure.parser()).getWidth() != WHOLE_BLOCK) {
            throw new ConfigException("BlockDataHashStructure width only supported at MaxUint32 in this version");
        }
        int globalAddresses = ConfigValues.find(root, ConfigKeys.ORDERER_ADDRESSES, OrdererAddresses.parser()).map(OrdererAddresses::getAddressesCount).orElse(0);
        if (capabilities.organisationsOwnOrdererAddresses() && globalAddresses > 0) {
            throw new ConfigException("global OrdererAddresses are not allowed with V3_0 capability, use org specific addresses only");
        }
    }

    private void requireOrdererAddresses() throws ConfigException {
        List<String> without = orderers.values().stream().filter(o -> o.ordererAddresses().isEmpty()).map(ChannelOrganisation::name).toList();
        if (capabilities.organisationsOwnOrdererAddresses() && !without.isEmpty()) {
            throw new ConfigException("some orderer organizations endpoints are empty: " + without);
        }
    }

    private static SortedMap<String, ChannelOrganisation> organisations(ConfigGroup parent) throws ConfigException {
        SortedMap<String, ChannelOrganisation> byMspId = new TreeMap<>();
        for (Map.Entry<String, ConfigGroup> entry : parent.getGroupsMap().entrySet()) {
            ChannelOrganisation organisation = organisation(entry.getKey(), entry.getValue());
            if (byMspId.putIfAbsent(organisation.mspId(), organisation) != null) {
                throw new ConfigException("two organisations have the MSP id " + organisation.mspId());
            }
        }
        return byMspId;
    }

    private static ChannelOrganisation organisation(String name, ConfigGroup group) throws ConfigException {
        if (group.getGroupsCount() > 0) {
            throw new ConfigException("organizations do not support sub-groups");
        }
        MSPConfig msp = ConfigValues.get(group, ConfigKeys.MSP, MSPConfig.parser());
        return new ChannelOrganisation(name, mspId(name, msp), msp, anchorPeers(group), ordererAddresses(group));
    }

    private static String mspId(String organisation, MSPConfig msp) throws ConfigException {
        try {
            String id = FabricMSPConfig.parseFrom(msp.getConfig()).getName();
            if (id.isEmpty()) {
                throw new ConfigException("MSP for org " + organisation + " has empty MSP ID");
            }
            return id;
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("failed unmarshalling fabric msp config of org " + organisation, e);
        }
    }

    private static List<String> anchorPeers(ConfigGroup group) throws ConfigException {
        List<String> addresses = new ArrayList<>();
        ConfigValues.find(group, ConfigKeys.ANCHOR_PEERS, AnchorPeers.parser())
                .ifPresent(anchors -> anchors.getAnchorPeersList().forEach(anchor -> addresses.add(anchor.getHost() + ":" + anchor.getPort())));
        return addresses;
    }

    private static List<String> ordererAddresses(ConfigGroup group) throws ConfigException {
        return ConfigValues.find(group, ConfigKeys.ENDPOINTS, OrdererAddresses.parser()).map(a -> List.copyOf(a.getAddressesList())).orElse(List.of());
    }

    @Override
    public String channelId() {
        return channelId;
    }

    @Override
    public long sequence() {
        return config.getSequence();
    }

    @Override
    public Config config() {
        return config;
    }

    @Override
    public MspManager msps() {
        return msps;
    }

    @Override
    public PolicyManager policies() {
        return policies;
    }

    @Override
    public List<String> applicationOrganisations() {
        return List.copyOf(application.keySet());
    }

    @Override
    public List<String> ordererOrganisations() {
        return List.copyOf(orderers.keySet());
    }

    @Override
    public Optional<ChannelOrganisation> applicationOrganisation(String mspId) {
        return Optional.ofNullable(application.get(mspId));
    }

    @Override
    public Optional<ChannelOrganisation> ordererOrganisation(String mspId) {
        return Optional.ofNullable(orderers.get(mspId));
    }

    @Override
    public BatchSettings batch() {
        return batch;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public String consensusType() {
        return consensusType;
    }

    @Override
    public ConfigEnvelope propose(Envelope configUpdate) throws ConfigException {
        Config next = Config.newBuilder().setSequence(sequence() + 1).setChannelGroup(new ConfigUpdateRules(this).result(configUpdate)).build();
        requireSuccessor(of(channelId, next));
        return ConfigEnvelope.newBuilder().setConfig(next).setLastUpdate(configUpdate).build();
    }

    @Override
    public ChannelConfig apply(ConfigEnvelope ordered) throws ConfigException {
        if (ordered.getConfig().getSequence() != sequence() + 1) {
            throw new ConfigException("config currently at sequence %d, cannot validate config at sequence %d"
                    .formatted(sequence(), ordered.getConfig().getSequence()));
        }
        ConfigGroup result = new ConfigUpdateRules(this).result(ordered.getLastUpdate());
        if (!result.equals(ordered.getConfig().getChannelGroup())) {
            throw new ConfigException("ConfigEnvelope LastUpdate did not produce the supplied config result");
        }
        ParsedChannelConfig next = of(channelId, ordered.getConfig());
        requireSuccessor(next);
        return next;
    }

    /** An organisation keeps its MSP id as long as it is in the channel. */
    private void requireSuccessor(ParsedChannelConfig next) throws ConfigException {
        requireSameMspIds("orderer", orderers, next.orderers);
        requireSameMspIds("application", application, next.application);
    }

    private static void requireSameMspIds(String kind, SortedMap<String, ChannelOrganisation> before, SortedMap<String, ChannelOrganisation> after)
            throws ConfigException {
        for (ChannelOrganisation old : before.values()) {
            Optional<ChannelOrganisation> changed = after.values().stream()
                    .filter(organisation -> organisation.name().equals(old.name()) && !organisation.mspId().equals(old.mspId())).findFirst();
            if (changed.isPresent()) {
                throw new ConfigException("%s org %s attempted to change MSP ID from %s to %s"
                        .formatted(kind, old.name(), old.mspId(), changed.get().mspId()));
            }
        }
    }
}
