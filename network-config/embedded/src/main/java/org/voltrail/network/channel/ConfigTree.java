package org.voltrail.network.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/** Takes a configuration tree apart into its elements by key, and puts elements together to a tree. */
final class ConfigTree {
    private static final String ROOT = "/" + ConfigKeys.CHANNEL;
    private static final String ORDERER_CAPABILITIES = ConfigElement.valueKey(ROOT + "/" + ConfigKeys.ORDERER, ConfigKeys.CAPABILITIES);

    private ConfigTree() {}

    static Map<String, ConfigElement> elements(ConfigGroup root) throws ConfigException {
        Map<String, ConfigElement> elements = new LinkedHashMap<>();
        collect(ROOT, root, elements);
        return elements;
    }

    private static void collect(String path, ConfigGroup group, Map<String, ConfigElement> elements) throws ConfigException {
        add(new ConfigElement.Group(path, group), path.substring(path.lastIndexOf('/') + 1), elements);
        for (Map.Entry<String, ConfigGroup> child : group.getGroupsMap().entrySet()) {
            collect(path + "/" + child.getKey(), child.getValue(), elements);
        }
        for (Map.Entry<String, ConfigValue> value : group.getValuesMap().entrySet()) {
            add(new ConfigElement.Value(path, value.getKey(), value.getValue()), value.getKey(), elements);
        }
        for (Map.Entry<String, ConfigPolicy> policy : group.getPoliciesMap().entrySet()) {
            add(new ConfigElement.Policy(path, policy.getKey(), policy.getValue()), policy.getKey(), elements);
        }
    }

    private static void add(ConfigElement element, String name, Map<String, ConfigElement> elements) throws ConfigException {
        ConfigNames.requireElement(name);
        elements.put(element.key(), element);
    }

    /** The tree whose groups have the members that their own elements name, each as the elements have it. */
    static ConfigGroup assemble(Map<String, ConfigElement> elements) throws ConfigException {
        return assemble(ROOT, elements);
    }

    private static ConfigGroup assemble(String path, Map<String, ConfigElement> elements) throws ConfigException {
        if (!(elements.get(ConfigElement.groupKey(path)) instanceof ConfigElement.Group element)) {
            throw new ConfigException("missing group at path: " + ConfigElement.groupKey(path));
        }
        String missing = elements.containsKey(ORDERER_CAPABILITIES) ? ConfigKeys.ADMINS : "";
        ConfigGroup.Builder group = ConfigGroup.newBuilder().setVersion(element.version()).setModPolicy(orElse(element.modPolicy(), missing));
        for (String name : element.group().getGroupsMap().keySet()) {
            group.putGroups(name, assemble(path + "/" + name, elements));
        }
        for (String name : element.group().getValuesMap().keySet()) {
            group.putValues(name, value(ConfigElement.valueKey(path, name), elements, missing));
        }
        for (String name : element.group().getPoliciesMap().keySet()) {
            group.putPolicies(name, policy(ConfigElement.policyKey(path, name), elements, missing));
        }
        return group.build();
    }

    private static ConfigValue value(String key, Map<String, ConfigElement> elements, String missing) throws ConfigException {
        if (!(elements.get(key) instanceof ConfigElement.Value element)) {
            throw new ConfigException("missing value at path: " + key);
        }
        return element.value().toBuilder().setModPolicy(orElse(element.modPolicy(), missing)).build();
    }

    private static ConfigPolicy policy(String key, Map<String, ConfigElement> elements, String missing) throws ConfigException {
        if (!(elements.get(key) instanceof ConfigElement.Policy element)) {
            throw new ConfigException("missing policy at path: " + key);
        }
        return element.policy().toBuilder().setModPolicy(orElse(element.modPolicy(), missing)).build();
    }

    /** Fabric mends elements of old channels that have no modification policy. */
    private static String orElse(String modPolicy, String missing) {
        return modPolicy.isEmpty() ? missing : modPolicy;
    }
}
