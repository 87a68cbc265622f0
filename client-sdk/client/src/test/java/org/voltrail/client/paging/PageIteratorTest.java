package org.voltrail.client.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageIteratorTest {
    private final List<@Nullable String> asked = new ArrayList<>();

    private record Page(List<Integer> entries, @Nullable String bookmark) {}

    private PageIterator<Page, Integer> over(int total, int size) {
        return new PageIterator<>(mark -> page(total, size, mark), Page::entries, Page::bookmark);
    }

    private Page page(int total, int size, @Nullable String mark) {
        asked.add(mark);
        int from = mark == null ? 0 : Integer.parseInt(mark);
        int to = Math.min(total, from + size);
        List<Integer> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(i);
        }
        return new Page(entries, to < total ? String.valueOf(to) : null);
    }

    @Property(tries = 200)
    void everyEntryComesOnceAndInOrder(@ForAll @IntRange(max = 50) int total, @ForAll @IntRange(min = 1, max = 10) int size) {
        List<Integer> seen = new ArrayList<>();
        over(total, size).forEachRemaining(seen::add);

        assertThat(seen).hasSize(total).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPageIsAskedForOnlyWhenItIsNeeded() {
        PageIterator<Page, Integer> iterator = over(10, 3);
        assertThat(asked).isEmpty();

        iterator.next();
        iterator.next();
        iterator.next();
        assertThat(asked).containsExactly((String) null);

        iterator.next();
        assertThat(asked).containsExactly(null, "3");
    }

    @Test
    void anEmptyPageInBetweenIsPassedOver() {
        List<Page> pages = new ArrayList<>(List.of(new Page(List.of(1), "a"), new Page(List.of(), "b"), new Page(List.of(2), null)));
        PageIterator<Page, Integer> iterator = new PageIterator<>(mark -> pages.remove(0), Page::entries, Page::bookmark);

        assertThat(iterator.next()).isEqualTo(1);
        assertThat(iterator.next()).isEqualTo(2);
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }
}
