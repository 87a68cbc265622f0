package org.voltrail.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CommandLineFixture;
import org.voltrail.cli.Fixtures;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Query;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;

class TraceCommandTest {

    @TempDir
    private Path folder;

    @Test
    void tenThousandEventsArePagedAndVerified() throws IOException {
        CommandLineFixture line = line(Fixtures.chain(10_000), 10_000);
        assertThat(line.run("trace", Fixtures.BATTERY)).isZero();
        assertThat(line.out().lines().filter(text -> text.contains("Declared waste: number"))).hasSize(10_000);
        assertThat(line.err()).contains("Hash chain verified: 10000 events");
        assertThat(line.client().asked()).hasSize(1 + 50);
    }

    @Test
    void newestFirstIsVerifiedAsWell() throws IOException {
        CommandLineFixture line = line(Fixtures.chain(500), 500);
        assertThat(line.run("trace", Fixtures.BATTERY, "--newest-first")).isZero();
        assertThat(line.out().lines().skip(3).findFirst()).hasValueSatisfying(text -> assertThat(text).contains("number 500"));
        assertThat(line.err()).contains("Hash chain verified: 500 events");
    }

    @Test
    void aLimitFetchesNoMoreThanIsShown() throws IOException {
        CommandLineFixture line = line(Fixtures.chain(1000), 1000);
        assertThat(line.run("trace", Fixtures.BATTERY, "--limit", "5")).isZero();
        assertThat(line.client().asked()).hasSize(2);
        assertThat(line.err()).contains("intact over the 5 events");
    }

    @Test
    void eventsThatCameWhileReadingDoNoHarm() throws IOException {
        assertThat(line(Fixtures.chain(12), 10).run("trace", Fixtures.BATTERY)).isZero();
        assertThat(line(Fixtures.chain(12), 10).run("trace", Fixtures.BATTERY, "-r")).isZero();
    }

    @Test
    void aChangedEventBreaksTheChain() throws IOException {
        List<BatteryEvent> events = new ArrayList<>(Fixtures.chain(300));
        BatteryEvent old = events.get(150);
        events.set(150, new BatteryEvent(1, old.type(), old.battery(), old.seq(), old.prev(), old.txId(), old.time(), old.actor(),
                JsonNodeFactory.instance.objectNode().put("reason", "forged")));
        CommandLineFixture line = line(events, 300);
        assertThat(line.run("trace", Fixtures.BATTERY)).isEqualTo(7);
        assertThat(line.err()).contains("Event 152").contains("does not link");
    }

    @Test
    void aHiddenEventBreaksTheChain() throws IOException {
        List<BatteryEvent> events = new ArrayList<>(Fixtures.chain(300));
        events.remove(150);
        CommandLineFixture line = line(events, 300);
        assertThat(line.run("trace", Fixtures.BATTERY)).isEqualTo(7);
        assertThat(line.err()).contains("should be number 151");
    }

    @Test
    void aHistoryThatIsCutOffAtTheEndIsIncomplete() throws IOException {
        CommandLineFixture line = line(Fixtures.chain(300), 300);
        List<BatteryEvent> shorter = Fixtures.chain(300).subList(0, 299);
        line.answering(query -> answer(query, shorter, Fixtures.battery(300, Fixtures.chain(300).get(299).hash())));
        assertThat(line.run("trace", Fixtures.BATTERY)).isEqualTo(7);
        assertThat(line.err()).contains("incomplete");
    }

    @Test
    void aHistoryThatIsCutOffAtTheBeginningIsIncomplete() throws IOException {
        CommandLineFixture line = line(Fixtures.chain(300).subList(10, 300), 300);
        assertThat(line.run("trace", Fixtures.BATTERY, "-r")).isEqualTo(7);
        assertThat(line.err()).contains("incomplete");
    }

    /** A ledger with these events, whose record was read when {@code recorded} was the last one. */
    private CommandLineFixture line(List<BatteryEvent> events, long recorded) throws IOException {
        String head = Fixtures.chain((int) recorded).get((int) recorded - 1).hash();
        return new CommandLineFixture(folder).answering(query -> answer(query, events, Fixtures.battery(recorded, head)));
    }

    private static Object answer(Query<?> query, List<BatteryEvent> events, Object battery) {
        if (query instanceof BatteryQuery.Get) {
            return battery;
        }
        BatteryQuery.History history = (BatteryQuery.History) query;
        List<BatteryEvent> ordered = new ArrayList<>(events);
        if (history.newestFirst()) {
            Collections.reverse(ordered);
        }
        int from = history.bookmark() == null ? 0 : Integer.parseInt(history.bookmark());
        int to = Math.min(ordered.size(), from + history.size());
        String bookmark = to == ordered.size() ? null : String.valueOf(to);
        return new HistoryPage(ordered.subList(from, to), bookmark, ordered.size());
    }
}
