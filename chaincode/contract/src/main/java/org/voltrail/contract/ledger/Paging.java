package org.voltrail.contract.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/**
 * Pages of documents under a partial key. The bookmark that clients see is the rest of the next page's first key: its attributes
 * beyond those that all keys share, separated by line feeds.
 */
public final class Paging {
    private static final String SEPARATOR = "\n";

    private Paging() {}

    /**
     * A page.
     *
     * @param bookmark of the page before, null for the first
     * @param objectType object type of the keys
     * @param shared the attributes that the keys share
     */
    public static <T> Slice<T> page(
            LedgerView view, Class<T> type, int size, @Nullable String bookmark, String objectType, String... shared) {
        Slice<T> slice = view.page(type, size, first(bookmark, objectType, shared), (key, document) -> document, objectType, shared);
        return new Slice<>(slice.entries(), next(slice, shared));
    }

    /**
     * A page of the documents that marks point at with their last attribute.
     *
     * @param keyOf makes the document's key from that attribute
     */
    public static <T> Slice<T> indexed(
            LedgerView view,
            Class<T> type,
            Function<String, String> keyOf,
            int size,
            @Nullable String bookmark,
            String objectType,
            String... shared) {
        Slice<String> slice = view.page(
                Boolean.class, size, first(bookmark, objectType, shared), (key, mark) -> keyOf.apply(last(key)), objectType, shared);
        view.prefetch(slice.entries());
        List<T> documents = slice.entries().stream().flatMap(key -> view.find(key, type).stream()).toList();
        return new Slice<>(documents, next(slice, shared));
    }

    private static @Nullable String next(Slice<?> slice, String... shared) {
        return slice.next() == null ? null : rest(slice.next(), shared.length);
    }

    private static String rest(String key, int shared) {
        List<String> attributes = Keys.attributes(key);
        return String.join(SEPARATOR, attributes.subList(shared, attributes.size()));
    }

    private static String last(String key) {
        List<String> attributes = Keys.attributes(key);
        return attributes.get(attributes.size() - 1);
    }

    private static @Nullable String first(@Nullable String bookmark, String objectType, String... shared) {
        if (bookmark == null) {
            return null;
        }
        try {
            return Keys.of(objectType, Stream.concat(Stream.of(shared), Stream.of(bookmark.split(SEPARATOR, -1))).toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw Check.root().error(ErrorCode.INVALID_FIELD, "bookmark", "Not a bookmark.").exception();
        }
    }
}
