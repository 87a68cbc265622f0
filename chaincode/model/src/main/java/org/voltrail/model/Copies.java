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
        return source == null || source.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<K, V>(source));
    }
}
