package org.voltrail.network.validation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.channel.ChannelConfig;

/** The collections that every chaincode has without defining them: one for each application organisation. */
public final class ImplicitCollections {
    private static final String PREFIX = "_implicit_org_";

    private ImplicitCollections() {}

    /** The MSP id in an implicit collection's name, or empty where the name is not one. */
    public static Optional<String> owner(String collection) {
        return collection.startsWith(PREFIX) ? Optional.of(collection.substring(PREFIX.length())) : Optional.empty();
    }

    /** The name of an organisation's implicit collection. */
    public static String nameFor(String mspId) {
        return PREFIX + mspId;
    }

    /** The name of the configuration group that holds an application organisation. */
    static Optional<String> organisationGroup(ChannelConfig config, String mspId) {
        ConfigGroup application = config.config().getChannelGroup().getGroupsMap().get("Application");
        if (application == null) {
            return Optional.empty();
        }
        return application.getGroupsMap().entrySet().stream()
                .filter(group -> mspId.equals(mspId(group.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String mspId(ConfigGroup organisation) {
        try {
            ConfigValue msp = organisation.getValuesOrDefault("MSP", ConfigValue.getDefaultInstance());
            return FabricMSPConfig.parseFrom(MSPConfig.parseFrom(msp.getValue()).getConfig()).getName();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an MSP in the channel configuration is malformed", e);
        }
    }
}
