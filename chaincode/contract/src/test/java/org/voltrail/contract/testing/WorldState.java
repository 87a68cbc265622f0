package org.voltrail.contract.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Committed keys with value, version and endorsement policy, in the order of their UTF-8 bytes as LevelDB keeps them. */
final class WorldState {
    private final NavigableMap<String, byte[]> values = new TreeMap<>(WorldState::compareBytes);
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, byte[]> policies = new HashMap<>();

    /** The order of UTF-8 bytes is that of code points: surrogates come after all other characters. */
    private static int compareBytes(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at < one.length() && at < other.length()
                ? Integer.compare(rank(one.charAt(at)), rank(other.charAt(at)))
                : Integer.compare(one.length(), other.length());
    }

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    byte @Nullable [] value(String key) {
        return values.get(key);
    }

    long version(String key) {
        return versions.getOrDefault(key, 0L);
    }

    byte @Nullable [] policy(String key) {
        return policies.get(key);
    }

    NavigableMap<String, byte[]> range(String from, String to) {
        return values.subMap(from, true, to, false);
    }

    void put(String key, byte[] value, long version) {
        if (value.length == 0) {
            values.remove(key);
            policies.remove(key);
        } else {
            values.put(key, value);
        }
        versions.put(key, version);
    }

    void putPolicy(String key, byte[] policy, long version) {
        policies.put(key, policy);
        versions.put(key, version);
    }

    /** Everything that a test may compare to see that nothing has changed. */
    String fingerprint() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(key).append('=').append(new String(value, StandardCharsets.UTF_8)).append('\n'));
        policies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append(entry.getKey()).append('#').append(Arrays.hashCode(entry.getValue())).append('\n'));
        return Objects.requireNonNull(text.toString());
    }
}
