package org.voltrail.network.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The read and write set that lead from one group to another ({@code internal/configtxlator/update}): what is changed is
 * written with the next version; what stays is named only where a group's membership changes.
 */
record ConfigDifference(ConfigGroup readSet, ConfigGroup writeSet, boolean changed) {

    static ConfigDifference between(ConfigGroup original, ConfigGroup updated) {
        Members<ConfigPolicy> policies = Members.of(original.getPoliciesMap(), updated.getPoliciesMap(), ConfigDifference::samePolicy,
                p -> ConfigPolicy.newBuilder().setVersion(p.getVersion()).build(), (p, version) -> p.toBuilder().setVersion(version).build(), ConfigPolicy::getVersion);
        Members<ConfigValue> values = Members.of(original.getValuesMap(), updated.getValuesMap(), ConfigDifference::sameValue,
                v -> ConfigValue.newBuilder().setVersion(v.getVersion()).build(), (v, version) -> v.toBuilder().setVersion(version).build(), ConfigValue::getVersion);
        Groups groups = Groups.of(original.getGroupsMap(), updated.getGroupsMap());
        boolean own = policies.membersChanged || values.membersChanged || groups.membersChanged || !original.getModPolicy().equals(updated.getModPolicy());
        boolean below = !policies.written.isEmpty() || !values.written.isEmpty() || !groups.written.isEmpty();
        ConfigGroup.Builder read = ConfigGroup.newBuilder().setVersion(original.getVersion());
        ConfigGroup.Builder write = ConfigGroup.newBuilder().setVersion(original.getVersion());
        write.putAllPolicies(policies.written).putAllValues(values.written).putAllGroups(groups.written);
        read.putAllGroups(groups.read);
        if (own) {
            read.putAllPolicies(policies.same).putAllValues(values.same).putAllGroups(groups.same);
            write.putAllPolicies(policies.same).putAllValues(values.same).putAllGroups(groups.same);
            write.setVersion(original.getVersion() + 1).setModPolicy(updated.getModPolicy());
        }
        return new ConfigDifference(read.build(), write.build(), own || below);
    }

    private static boolean samePolicy(ConfigPolicy one, ConfigPolicy other) {
        return one.getModPolicy().equals(other.getModPolicy()) && one.getPolicy().equals(other.getPolicy());
    }

    private static boolean sameValue(ConfigValue one, ConfigValue other) {
        return one.getModPolicy().equals(other.getModPolicy()) && one.getValue().equals(other.getValue());
    }

    @FunctionalInterface
    private interface Versioned<E> {
        E with(E element, long version);
    }

    /** A group's policies or values: those written and those that stay. */
    private record Members<E>(Map<String, E> written, Map<String, E> same, boolean membersChanged) {
        static <E> Members<E> of(Map<String, E> original, Map<String, E> updated, BiPredicate<E, E> equal,
                Function<E, E> versionOnly, Versioned<E> versioned, Function<E, Long> version) {
            Map<String, E> written = new HashMap<>();
            Map<String, E> same = new HashMap<>();
            updated.forEach((name, after) -> {
                E before = original.get(name);
                if (before == null) {
                    written.put(name, versioned.with(after, 0));
                } else if (equal.test(before, after)) {
                    same.put(name, versionOnly.apply(before));
                } else {
                    written.put(name, versioned.with(after, version.apply(before) + 1));
                }
            });
            return new Members<>(written, same, !original.keySet().equals(updated.keySet()));
        }
    }

    /** A group's sub-groups. */
    private record Groups(Map<String, ConfigGroup> read, Map<String, ConfigGroup> written, Map<String, ConfigGroup> same, boolean membersChanged) {
        static Groups of(Map<String, ConfigGroup> original, Map<String, ConfigGroup> updated) {
            Groups groups = new Groups(new HashMap<>(), new HashMap<>(), new HashMap<>(), !original.keySet().equals(updated.keySet()));
            updated.forEach((name, after) -> groups.add(name, original.get(name), after));
            return groups;
        }

        private void add(String name, @Nullable ConfigGroup before, ConfigGroup after) {
            ConfigDifference difference = between(before == null ? ConfigGroup.getDefaultInstance() : before, after);
            if (before == null) {
                written.put(name, difference.writeSet.toBuilder().setVersion(0).setModPolicy(after.getModPolicy()).build());
            } else if (difference.changed) {
                read.put(name, difference.readSet);
                written.put(name, difference.writeSet);
            } else {
                same.put(name, difference.readSet);
            }
        }
    }
}
