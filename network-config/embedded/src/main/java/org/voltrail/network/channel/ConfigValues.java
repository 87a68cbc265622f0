package org.voltrail.network.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;

/** Reads a group's values. */
final class ConfigValues {
    private ConfigValues() {}

    static <M extends Message> Optional<M> find(ConfigGroup group, String key, Parser<M> parser) throws ConfigException {
        ConfigValue value = group.getValuesMap().get(key);
        try {
            return value == null ? Optional.empty() : Optional.of(parser.parseFrom(value.getValue()));
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("failed to deserialize value " + key, e);
        }
    }

    static <M extends Message> M get(ConfigGroup group, String key, Parser<M> parser) throws ConfigException {
        return find(group, key, parser).orElseThrow(() -> new ConfigException("missing value " + key));
    }

    static ConfigGroup group(ConfigGroup parent, String name) throws ConfigException {
        ConfigGroup group = parent.getGroupsMap().get(name);
        if (group == null) {
            throw new ConfigException("missing " + name + " configuration group");
        }
        return group;
    }

    static Set<String> capabilities(ConfigGroup group) throws ConfigException {
        return find(group, ConfigKeys.CAPABILITIES, org.hyperledger.fabric.protos.common.Capabilities.parser())
                .map(value -> value.getCapabilitiesMap().keySet()).orElse(Set.of());
    }
}
