package org.voltrail.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies for records; what is missing in JSON becomes empty. */
public final class Copies {
    /** What {@link #sortedMap} gives is unmodifiable and need not be copied again; records do so at every step. */
    private static final Class<?> FROZEN = Collections.unmodifiableSortedMap(new TreeMap<>()).getClass();

    private Copies() {}

    /** Unmodifiable copy, empty for null. */
    public static <T> List<T> list(@Nullable Collection<? extends T> source) {
        return source == null ? List.of() : List.copyOf(source);
    }

    /** Unmodifiable copy in natural order, empty for null. */
    public static <T extends Comparable<? super T>> Set<T> sortedSet(@Nullable Collection<? extends T> source) {
        return source == null || source.isEmpty() ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<T>(source));
    }

    /** Unmodifiable copy in natural order of the keys, empty for null. */
    public static <K extends Comparable<? super K>, V> SortedMap<K, V> sortedMap(@Nullable Map<K, ? extends V> source) {
        if (source == null || source.isEmpty()) {
            return Collections.emptySortedMap();
        }
        return FROZEN.isInstance(source) ? Copies.<K, V>frozen(source) : Collections.unmodifiableSortedMap(new TreeMap<K, V>(source));
    }

    @SuppressWarnings("unchecked")
    private static <K extends Comparable<? super K>, V> SortedMap<K, V> frozen(Map<K, ? extends V> source) {
        return (SortedMap<K, V>) source;
    }
}
