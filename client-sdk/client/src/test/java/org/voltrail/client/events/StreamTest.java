package org.voltrail.client.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.Organisation;
import org.voltrail.client.testing.Certificates;
import org.voltrail.client.testing.FakeChain;

class StreamTest {
    private final FakeChain chain = FakeChain.start();
    private final VoltrailClient client = client(chain);

    private static VoltrailClient client(FakeChain chain) {
        Organisation organisation = new Organisation("ManufacturerOrg", "ManufacturerMSP", List.of("peer0"), List.of());
        return VoltrailClient.connect(
                new ConnectionProfile("test", null, Map.of("ManufacturerOrg", organisation),
                        Map.of("peer0", chain.peer("peer0")), Map.of(), List.of()),
                Certificates.identity());
    }

    @AfterEach
    void close() {
        client.close();
        chain.close();
    }

    @Test
    void eventsArriveInTheOrderOfTheChain() {
        chain.block("a", "b").block().block("c");

        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest())) {
            assertThat(take(reader, 3)).extracting(EventRecord::transactionId).containsExactly("a", "b", "c");
            assertThat(reader.poll(Duration.ofMillis(50))).isEmpty();
            chain.block("d");
            EventRecord last = reader.next();
            assertThat(last.block()).isEqualTo(3);
            assertThat(last.event().type()).isEqualTo("note.taken.v1");
        }
    }

    @Test
    void nothingIsLostOrDeliveredTwiceWhenTheStreamBreaksOffAgainAndAgain() {
        List<String> all = new ArrayList<>();
        for (int block = 0; block < 60; block++) {
            chain.block(block + "a", block + "b", block + "c");
            all.addAll(List.of(block + "a", block + "b", block + "c"));
        }
        chain.breakingEvery(7, Status.UNAVAILABLE);

        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest())) {
            assertThat(take(reader, all.size())).extracting(EventRecord::transactionId).containsExactlyElementsOf(all);
            assertThat(chain.opened()).isGreaterThan(5);
        }
    }

    @Test
    void blocksHealAsEventsDo() {
        for (int block = 0; block < 20; block++) {
            chain.block("x" + block);
        }
        chain.breakingEvery(3, Status.UNKNOWN);

        try (LedgerReader<BlockRecord> reader = client.blocks().read(StartPosition.atBlock(5))) {
            List<BlockRecord> blocks = take(reader, 15);
            assertThat(blocks).extracting(BlockRecord::block)
                    .containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
        }
    }

    @Test
    void aReaderResumesAfterWhatWasDealtWithEvenWithinABlock() {
        chain.block("a", "b", "c").block("d");

        assertThat(rest(new Position(0, "b"), 2)).containsExactly("c", "d");
        assertThat(rest(new Position(0, "c"), 1)).containsExactly("d");
        assertThat(rest(Position.afterBlock(0), 1)).containsExactly("d");
    }

    private List<String> rest(Position position, int count) {
        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.after(position))) {
            return take(reader, count).stream().map(EventRecord::transactionId).toList();
        }
    }

    @Test
    void theNewestBeginsWithWhatIsCommittedOnceTheReaderIsOpen() {
        chain.block("old");

        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.newest())) {
            chain.block("new");
            assertThat(reader.next().transactionId()).isEqualTo("new");
        }
    }

    @Test
    void noMoreIsFetchedThanIsAskedFor() {
        chain.padded(1 << 20);
        for (int block = 0; block < 100; block++) {
            chain.block("x" + block);
        }
        Slow<BlockRecord> slow = new Slow<>();
        client.blocks().publish(StartPosition.oldest()).subscribe(slow);

        slow.request(1);
        await().until(() -> slow.seen.size() == 1);
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> slow.seen.size() == 1 && chain.sent() < 20);

        slow.request(99);
        await().until(() -> slow.seen.size() == 100);
    }

    @Test
    void aSubscriberThatCancelsHearsNoMore() {
        Slow<EventRecord> slow = new Slow<>();
        client.events().publish(StartPosition.oldest()).subscribe(slow);
        slow.request(Long.MAX_VALUE);
        chain.block("a");
        await().until(() -> slow.seen.size() == 1);

        slow.cancel();
        chain.block("b");

        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(5)).until(() -> slow.seen.size() == 1);
    }

    @Test
    void askingForNothingIsAnErrorAsTheSpecificationOfFlowsDemands() {
        Slow<EventRecord> slow = new Slow<>();
        client.events().publish(StartPosition.oldest()).subscribe(slow);

        slow.request(0);

        await().untilAsserted(() -> assertThat(slow.failure.get()).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void aStreamThatMayNotBeReadEnds() {
        chain.breakingEvery(1, Status.PERMISSION_DENIED.withDescription("no")).block("a").block("b");

        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest())) {
            assertThat(reader.next().transactionId()).isEqualTo("a");
            assertThatThrownBy(reader::hasNext).isInstanceOf(StreamException.class).hasMessageContaining("PERMISSION_DENIED");
        }
        try (LedgerReader<BlockRecord> reader = client.blocks().read(StartPosition.oldest())) {
            assertThatThrownBy(reader::hasNext).isInstanceOf(StreamException.class).hasMessageContaining("FORBIDDEN");
        }
    }

    @Test
    void anEventOfAnotherModelEndsTheStreamAndIsNamed() {
        chain.block("a").strangeBlock("odd");

        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest())) {
            reader.next();
            assertThatThrownBy(reader::next).isInstanceOf(StreamException.class).hasMessageContaining("odd").hasMessageContaining("block 1");
        }
    }

    @Test
    void closingAReaderWakesTheThreadThatWaits() {
        LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest());
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(reader::hasNext);

        reader.close();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
    }

    @Test
    void closingTheClientEndsItsReaders() {
        LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest());

        client.close();

        assertThat(reader.hasNext()).isFalse();
    }

    @Test
    void aConsumerGoesOnWhereItsCheckpointStands() {
        chain.block("a", "b").block("c");
        MemoryCheckpoint checkpoint = new MemoryCheckpoint();
        List<String> seen = new CopyOnWriteArrayList<>();
        Subscription first = client.events().consume(checkpoint, entry -> {
            seen.add(entry.transactionId());
            if (seen.size() == 2) {
                throw new IllegalStateException("full");
            }
        });
        assertThat(first.ended().toCompletableFuture()).failsWithin(Duration.ofSeconds(5));
        assertThat(checkpoint.position()).contains(new Position(0, "a"));

        try (Subscription second = client.events().consume(checkpoint, entry -> seen.add(entry.transactionId()))) {
            await().until(() -> checkpoint.position().equals(Optional.of(new Position(1, "c"))));
            second.close();
            assertThat(second.ended().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(5));
        }
        assertThat(seen).containsExactly("a", "b", "b", "c");
    }

    @Test
    void aBlockCanBeWaitedFor() {
        CompletableFuture<Void> seen = client.awaitBlock(1).toCompletableFuture();
        chain.block("a");
        await().during(Duration.ofMillis(100)).until(() -> !seen.isDone());

        chain.block("b");

        assertThat(seen).succeedsWithin(Duration.ofSeconds(5));
        assertThat(client.height().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(2L);
    }

    private static <T extends LedgerRecord> List<T> take(LedgerReader<T> reader, int count) {
        List<T> records = new ArrayList<>();
        while (records.size() < count) {
            records.add(reader.poll(Duration.ofSeconds(20)).orElseThrow());
        }
        return records;
    }

    /** Asks only when told to. */
    private static final class Slow<T> implements Flow.Subscriber<T> {
        private final List<T> seen = new CopyOnWriteArrayList<>();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        void request(long count) {
            subscription.join().request(count);
        }

        void cancel() {
            subscription.join().cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription accepted) {
            subscription.complete(accepted);
        }

        @Override
        public void onNext(T entry) {
            seen.add(entry);
        }

        @Override
        public void onError(Throwable cause) {
            failure.set(cause);
        }

        @Override
        public void onComplete() {}
    }
}
