package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.identity.SigningIdentity;

/** Changes of a channel's configuration, and the signed updates that bring them about. */
public final class ConfigUpdates {
    private ConfigUpdates() {}

    /** The configuration with one more organisation that has peers. */
    public static Config withOrganisation(Config config, ChannelOrganisation organisation) throws ConfigException {
        ConfigGroup group = ConfigGroups.applicationOrganisation(organisation);
        return withApplication(config, application -> application.putGroups(organisation.name(), group));
    }

    /** The configuration without an organisation. */
    public static Config withoutOrganisation(Config config, String name) {
        return withApplication(config, application -> application.removeGroups(name));
    }

    /** The configuration with another MSP for an organisation, wherever it is one: among those with peers and those with orderers. */
    public static Config withMsp(Config config, String mspId, MSPConfig msp) throws ConfigException {
        ConfigGroup.Builder root = config.getChannelGroup().toBuilder();
        for (String kind : List.of(ConfigKeys.APPLICATION, ConfigKeys.ORDERER)) {
            root.putGroups(kind, withMsp(ConfigValues.group(config.getChannelGroup(), kind), mspId, msp));
        }
        return config.toBuilder().setChannelGroup(root).build();
    }

    /**
     * The configuration with these revocation lists, and no others, in an organisation's MSP.
     *
     * @param lists in PEM or DER
     */
    public static Config withRevocationLists(ChannelConfig config, String mspId, List<ByteString> lists) throws ConfigException {
        MSPConfig msp = config.applicationOrganisation(mspId).or(() -> config.ordererOrganisation(mspId)).map(ChannelOrganisation::msp)
                .orElseThrow(() -> new ConfigException("MSP " + mspId + " is not defined on channel"));
        try {
            FabricMSPConfig changed = FabricMSPConfig.parseFrom(msp.getConfig()).toBuilder().clearRevocationList().addAllRevocationList(lists).build();
            return withMsp(config.config(), mspId, msp.toBuilder().setConfig(changed.toByteString()).build());
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("failed unmarshalling fabric msp config", e);
        }
    }

    /** The configuration with these anchor peers (host:port) of an organisation. */
    public static Config withAnchorPeers(Config config, String name, List<String> addresses) throws ConfigException {
        ConfigGroup.Builder organisation = ConfigValues.group(
                ConfigValues.group(config.getChannelGroup(), ConfigKeys.APPLICATION), name).toBuilder();
        ConfigGroups.putValue(organisation, ConfigKeys.ANCHOR_PEERS, ConfigGroups.anchorPeers(addresses));
        return withApplication(config, application -> application.putGroups(name, organisation.build()));
    }

    private static ConfigGroup withMsp(ConfigGroup parent, String mspId, MSPConfig msp) throws ConfigException {
        ConfigGroup.Builder changed = parent.toBuilder();
        for (var entry : parent.getGroupsMap().entrySet()) {
            if (isMsp(entry.getValue(), mspId)) {
                ConfigGroup.Builder organisation = entry.getValue().toBuilder();
                ConfigGroups.putValue(organisation, ConfigKeys.MSP, msp);
                changed.putGroups(entry.getKey(), organisation.build());
            }
        }
        return changed.build();
    }

    private static boolean isMsp(ConfigGroup organisation, String mspId) throws ConfigException {
        try {
            ByteString encoded = ConfigValues.get(organisation, ConfigKeys.MSP, MSPConfig.parser()).getConfig();
            return FabricMSPConfig.parseFrom(encoded).getName().equals(mspId);
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("failed unmarshalling fabric msp config", e);
        }
    }

    private static Config withApplication(Config config, UnaryOperator<ConfigGroup.Builder> change) {
        ConfigGroup.Builder application = config.getChannelGroup().getGroupsOrDefault(ConfigKeys.APPLICATION, ConfigGroup.getDefaultInstance()).toBuilder();
        return config.toBuilder().setChannelGroup(config.getChannelGroup().toBuilder()
                .putGroups(ConfigKeys.APPLICATION, change.apply(application).build())).build();
    }

    /**
     * The update that leads from one configuration to another.
     *
     * @throws ConfigException when they do not differ
     */
    public static ConfigUpdate between(String channelId, Config original, Config updated) throws ConfigException {
        ConfigDifference difference = ConfigDifference.between(original.getChannelGroup(), updated.getChannelGroup());
        if (!difference.changed()) {
            throw new ConfigException("no differences detected between original and updated config");
        }
        return ConfigUpdate.newBuilder().setChannelId(channelId).setReadSet(difference.readSet()).setWriteSet(difference.writeSet()).build();
    }

    /** The update, signed by those whose consent it needs, in an envelope from the one who submits it. */
    public static Envelope signed(ConfigUpdate update, List<SigningIdentity> consenting, SigningIdentity submitter) {
        ByteString encoded = Deterministic.bytes(update);
        List<ConfigSignature> signatures = new ArrayList<>();
        consenting.forEach(identity -> signatures.add(signature(encoded, identity)));
        ConfigUpdateEnvelope envelope = ConfigUpdateEnvelope.newBuilder().setConfigUpdate(encoded).addAllSignatures(signatures).build();
        return Envelopes.signed(HeaderType.CONFIG_UPDATE, update.getChannelId(), envelope.toByteString(), submitter);
    }

    private static ConfigSignature signature(ByteString update, SigningIdentity identity) {
        ByteString header = Envelopes.signatureHeader(identity.serialized()).toByteString();
        ByteString signature = ByteString.copyFrom(identity.sign(header.concat(update).toByteArray()));
        return ConfigSignature.newBuilder().setSignatureHeader(header).setSignature(signature).build();
    }
}
