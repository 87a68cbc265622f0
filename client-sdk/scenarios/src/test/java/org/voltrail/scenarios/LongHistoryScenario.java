package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.cli.trace.ChainCheck;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.paging.Pages;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/**
 * A battery with a long life, {@code voltrail.history.events} events: it is told page by page, whichever end one begins at, by a
 * program that has no memory for all of it.
 */
@OnNetwork
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongHistoryScenario {
    private static final int EVENTS = Integer.getInteger("voltrail.history.events", 500);
    private static final int MEGABYTES = 32;

    private VoltrailClient manufacturer;
    private Battery record;

    @BeforeAll
    void live(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        String battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
        for (int i = 2; i <= EVENTS; i++) {
            manufacturer.submitAndWait(Conditions.sound(battery, "Inspection " + i));
        }
        record = manufacturer.evaluate(new BatteryQuery.Get(battery));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWholeLifeIsToldAndLinkedFromEitherEnd(boolean newestFirst) {
        ChainCheck check = new ChainCheck(record, newestFirst);
        try (Stream<BatteryEvent> events = Pages.history(manufacturer, record.id(), newestFirst)) {
            assertThat(events).allMatch(check::follows);
        }
        assertThat(check.count()).isEqualTo(EVENTS);
        assertThat(check.complete()).isTrue();
    }

    @Test
    void aPageIsNoLongerThanAskedForAndSaysWhereTheNextOneBegins() {
        HistoryPage first = manufacturer.evaluate(new BatteryQuery.History(record.id(), 7, false, null));
        HistoryPage second = manufacturer.evaluate(new BatteryQuery.History(record.id(), 7, false, first.bookmark()));
        assertThat(first.events()).extracting(BatteryEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(second.events()).extracting(BatteryEvent::seq).startsWith(8L).hasSize(7);
    }

    @Test
    void theCommandLineTracesItWithLittleMemory(People people, ScenarioNetwork network, @TempDir Path folder) {
        VoltrailProgram program =
                new VoltrailProgram(network, folder, people.enrol(Party.MANUFACTURER, Role.MANUFACTURER), MEGABYTES);
        program.run("trace", record.id());
        assertThat(program.lines()).hasSize(EVENTS);
        assertThat(program.remarks()).content().contains("Hash chain verified: " + EVENTS + " events");
    }
}
