package org.voltrail.network.channel;

import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;

/** A group, value or policy of a configuration tree, with its place in it. */
sealed interface ConfigElement {
    /** What kind it is and where, as Fabric's messages name it: {@code [Value]  /Channel/Orderer/BatchSize}. */
    String key();

    long version();

    String modPolicy();

    /** The path of the group whose policies a relative {@code mod_policy} is looked up in: a group's own, a value's parent. */
    String policyScope();

    /** The path of the policy that guards changes of this element. */
    default String modPolicyPath() {
        return modPolicy().startsWith("/") ? modPolicy() : policyScope() + "/" + modPolicy();
    }

    static String groupKey(String path) {
        return "[Group]  " + path;
    }

    static String valueKey(String groupPath, String name) {
        return "[Value]  " + groupPath + "/" + name;
    }

    static String policyKey(String groupPath, String name) {
        return "[Policy] " + groupPath + "/" + name;
    }

    record Group(String path, ConfigGroup group) implements ConfigElement {
        @Override
        public String key() {
            return groupKey(path);
        }

        @Override
        public long version() {
            return group.getVersion();
        }

        @Override
        public String modPolicy() {
            return group.getModPolicy();
        }

        @Override
        public String policyScope() {
            return path;
        }
    }

    record Value(String groupPath, String name, ConfigValue value) implements ConfigElement {
        @Override
        public String key() {
            return valueKey(groupPath, name);
        }

        @Override
        public long version() {
            return value.getVersion();
        }

        @Override
        public String modPolicy() {
            return value.getModPolicy();
        }

        @Override
        public String policyScope() {
            return groupPath;
        }
    }

    record Policy(String groupPath, String name, ConfigPolicy policy) implements ConfigElement {
        @Override
        public String key() {
            return policyKey(groupPath, name);
        }

        @Override
        public long version() {
            return policy.getVersion();
        }

        @Override
        public String modPolicy() {
            return policy.getModPolicy();
        }

        @Override
        public String policyScope() {
            return groupPath;
        }
    }
}
