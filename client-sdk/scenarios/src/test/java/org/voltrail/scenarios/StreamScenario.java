package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.Checkpoint;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.FileCheckpoint;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.Subscription;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.paging.Pages;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.HistoryPage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** What happens on the ledger reaches its readers: each event once, in order, for every organisation. */
@OnNetwork
final class StreamScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private VoltrailClient manufacturer;

    @BeforeEach
    void callUpon(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
    }

    @Test
    void aReaderOfAnotherOrganisationSeesWhatWasCommitted(People people) {
        try (LedgerReader<EventRecord> reader = people.someoneOf(Party.CARRIER).events().read(StartPosition.newest())) {
            Committed<BatteryReceipt> registered = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()));

            EventRecord seen = find(reader, registered.transactionId());

            assertThat(seen.block()).isEqualTo(registered.blockNumber());
            assertThat(seen.event().type()).isEqualTo("battery.registered.v1");
            assertThat(seen.event().commandId()).isEqualTo(registered.commandId().value());
            assertThat(seen.event().actor().msp()).isEqualTo(Party.MANUFACTURER.msp());
            assertThat(seen.event().batteries()).singleElement().satisfies(head -> {
                assertThat(head.id()).isEqualTo(registered.result().battery());
                assertThat(head.head()).isEqualTo(registered.result().head());
            });
        }
    }

    @Test
    void aRepeatedCommandEmitsNoSecondEvent() {
        CommandId id = CommandId.fresh();
        CommandOptions options = CommandOptions.NONE.withCommandId(id);
        BatteryCommand.Register command = new BatteryCommand.Register(Batteries.pack());
        long from = manufacturer.submitAndWait(command, options).blockNumber();
        manufacturer.submitAndWait(command, options);
        Committed<BatteryReceipt> next = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()));

        try (LedgerReader<EventRecord> reader = manufacturer.events().read(StartPosition.atBlock(from))) {
            List<EventRecord> between = until(reader, next.transactionId());
            assertThat(between)
                    .filteredOn(entry -> id.value().equals(entry.event().commandId()))
                    .hasSize(1);
        }
    }

    @Test
    void aConsumerThatStopsGoesOnWhereItStopped(@TempDir Path folder) {
        String battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
        Checkpoint start = FileCheckpoint.open(folder.resolve("checkpoint"));
        List<Long> seen = new CopyOnWriteArrayList<>();
        record(battery, "first");
        consumeUntil(start, battery, seen, 2);
        record(battery, "second");
        record(battery, "third");

        consumeUntil(FileCheckpoint.open(folder.resolve("checkpoint")), battery, seen, 4);

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
    }

    private void consumeUntil(Checkpoint checkpoint, String battery, List<Long> seen, int count) {
        try (Subscription subscription = manufacturer.events().consume(checkpoint, entry -> entry.event().batteries().stream()
                .filter(head -> head.id().equals(battery))
                .forEach(head -> seen.add(head.seq())))) {
            await().atMost(PATIENCE).until(() -> seen.size() >= count);
            subscription.close();
            assertThat(subscription.ended().toCompletableFuture()).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void blocksFollowEachOtherAndHoldTheTransaction() {
        Committed<BatteryReceipt> registered = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()));

        try (LedgerReader<BlockRecord> reader = manufacturer.blocks().read(StartPosition.atBlock(registered.blockNumber() - 1))) {
            BlockRecord before = reader.poll(PATIENCE).orElseThrow();
            BlockRecord block = reader.poll(PATIENCE).orElseThrow();
            assertThat(block.block()).isEqualTo(registered.blockNumber());
            assertThat(block.content().getHeader().getPreviousHash()).isNotEqualTo(before.content().getHeader().getPreviousHash());
            assertThat(block.content().getData().getDataList())
                    .anyMatch(envelope -> envelope.toString(StandardCharsets.ISO_8859_1).contains(registered.transactionId()));
        }
    }

    @Test
    void aPeerTellsItsHeightAndABlockCanBeWaitedFor(People people) {
        VoltrailClient carrier = people.someoneOf(Party.CARRIER);
        Committed<BatteryReceipt> registered = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()));

        assertThat(carrier.awaitBlock(registered.blockNumber()).toCompletableFuture()).succeedsWithin(PATIENCE);
        assertThat(carrier.height().toCompletableFuture().join()).isGreaterThan(registered.blockNumber());
        assertThat(carrier.evaluate(new BatteryQuery.Get(registered.result().battery())).id())
                .isEqualTo(registered.result().battery());
    }

    @Test
    void aHistoryOfManyPagesIsOneUnbrokenChain() {
        String battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
        for (int i = 0; i < 10; i++) {
            record(battery, "note " + i);
        }

        List<BatteryEvent> oldestFirst = history(battery, false);
        List<BatteryEvent> newestFirst = new ArrayList<>(history(battery, true));

        assertThat(oldestFirst).extracting(BatteryEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        Collections.reverse(newestFirst);
        assertThat(newestFirst).isEqualTo(oldestFirst).isEqualTo(Pages.history(manufacturer, battery, false).toList());
        for (int i = 1; i < oldestFirst.size(); i++) {
            assertThat(oldestFirst.get(i).prev()).isEqualTo(oldestFirst.get(i - 1).hash());
        }
        Battery document = manufacturer.evaluate(new BatteryQuery.Get(battery));
        assertThat(document.head()).isEqualTo(oldestFirst.get(10).hash());
    }

    private List<BatteryEvent> history(String battery, boolean newestFirst) {
        return Pages.stream(
                        manufacturer,
                        mark -> new BatteryQuery.History(battery, 3, newestFirst, mark),
                        HistoryPage::events,
                        HistoryPage::bookmark)
                .toList();
    }

    private void record(String battery, String note) {
        manufacturer.submitAndWait(new CustodyCommand.RecordCondition(battery, Condition.SOUND, "Hall 1", note, null));
    }

    private static EventRecord find(LedgerReader<EventRecord> reader, String transactionId) {
        List<EventRecord> read = until(reader, transactionId);
        return read.get(read.size() - 1);
    }

    private static List<EventRecord> until(LedgerReader<EventRecord> reader, String transactionId) {
        List<EventRecord> read = new ArrayList<>();
        do {
            read.add(reader.poll(PATIENCE).orElseThrow());
        } while (!read.get(read.size() - 1).transactionId().equals(transactionId));
        return read;
    }
}
