package org.voltrail.client.paging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks from page to page. */
final class PageIterator<P, T> implements Iterator<T> {
    private final Function<@Nullable String, P> fetch;
    private final Function<P, List<T>> entries;
    private final Function<P, @Nullable String> bookmark;
    private Iterator<T> page = List.<T>of().iterator();
    private @Nullable String next;
    private boolean last;

    PageIterator(Function<@Nullable String, P> fetch, Function<P, List<T>> entries, Function<P, @Nullable String> bookmark) {
        this.fetch = fetch;
        this.entries = entries;
        this.bookmark = bookmark;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !last) {
            turn();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turn() {
        P fetched = fetch.apply(next);
        page = entries.apply(fetched).iterator();
        next = bookmark.apply(fetched);
        last = next == null;
    }
}
