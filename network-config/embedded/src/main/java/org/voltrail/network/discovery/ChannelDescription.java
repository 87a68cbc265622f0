package org.voltrail.network.discovery;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.discovery.ConfigResult;
import org.hyperledger.fabric.protos.discovery.Endpoint;
import org.hyperledger.fabric.protos.discovery.Endpoints;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.channel.ChannelConfig;

/** A channel's MSPs and orderers, read from its configuration. */
final class ChannelDescription {
    private final ConfigResult.Builder result = ConfigResult.newBuilder();

    private ChannelDescription() {}

    static ConfigResult of(ChannelConfig config) throws InvalidProtocolBufferException {
        Map<String, ConfigGroup> groups = config.config().getChannelGroup().getGroupsMap();
        ChannelDescription description = new ChannelDescription();
        for (ConfigGroup organisation : groups.getOrDefault("Application", ConfigGroup.getDefaultInstance()).getGroupsMap().values()) {
            description.addMsp(organisation);
        }
        for (ConfigGroup organisation : groups.getOrDefault("Orderer", ConfigGroup.getDefaultInstance()).getGroupsMap().values()) {
            description.addOrderers(description.addMsp(organisation), organisation);
        }
        return description.result.build();
    }

    private String addMsp(ConfigGroup organisation) throws InvalidProtocolBufferException {
        FabricMSPConfig msp = FabricMSPConfig.parseFrom(MSPConfig.parseFrom(value(organisation, "MSP")).getConfig());
        result.putMsps(msp.getName(), msp);
        return msp.getName();
    }

    private void addOrderers(String mspId, ConfigGroup organisation) throws InvalidProtocolBufferException {
        Endpoints.Builder endpoints = Endpoints.newBuilder();
        for (String address : OrdererAddresses.parseFrom(value(organisation, "Endpoints")).getAddressesList()) {
            int colon = address.lastIndexOf(':');
            endpoints.addEndpoint(Endpoint.newBuilder()
                    .setHost(address.substring(0, colon))
                    .setPort(Integer.parseInt(address.substring(colon + 1))));
        }
        result.putOrderers(mspId, endpoints.build());
    }

    private static ByteString value(ConfigGroup group, String name) {
        return group.getValuesOrDefault(name, ConfigValue.getDefaultInstance()).getValue();
    }
}
