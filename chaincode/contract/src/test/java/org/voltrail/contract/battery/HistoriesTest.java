package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.access.Reader;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryPage;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;

class HistoriesTest {
    private final Scene scene = new Scene();

    @Test
    void aLongHistoryPagesBothWays() {
        String id = scene.pack().id();
        IntStream.rangeClosed(2, 25).forEach(i -> correct(id));
        scene.packs(3);

        List<Long> forward = numbers(id, false);
        List<Long> backward = numbers(id, true);

        assertThat(forward).containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void eachEventCarriesTheHashOfTheOneBeforeAndTheRecordThatOfTheLast() {
        String id = scene.pack().id();
        IntStream.rangeClosed(2, 5).forEach(i -> correct(id));

        List<BatteryEvent> events = page(id, 100, false, null).events();

        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).prev()).isEqualTo(events.get(i - 1).hash());
        }
        assertThat(scene.battery(id).head()).isEqualTo(events.get(4).hash());
    }

    @Test
    void aWrongBookmarkIsRefused() {
        String id = scene.pack().id();

        scene.refused(ErrorCode.INVALID_FIELD, () -> page(id, 10, false, "x"));
        scene.refused(ErrorCode.OUT_OF_RANGE, () -> page(id, 1_001, false, null));
        assertThat(page(id, 10, false, "99").events()).isEmpty();
    }

    @Test
    void allBatteriesAreListedInPages() {
        List<String> ids = new ArrayList<>(scene.packs(25));
        List<String> listed = new ArrayList<>();
        BatteryPage page = scene.ledger.evaluate(MAKER, new BatteryQuery.List(10, null));
        while (true) {
            page.batteries().stream().map(Battery::id).forEach(listed::add);
            if (page.bookmark() == null) {
                break;
            }
            page = scene.ledger.evaluate(MAKER, new BatteryQuery.List(10, page.bookmark()));
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void eachReaderGetsThePassportOfItsClass() {
        String id = scene.pack().id();

        assertThat(scene.ledger.evaluate(MAKER, new BatteryQuery.Passport(id)).reader()).isEqualTo(Reader.PARTY);
        assertThat(scene.ledger.evaluate(RECYCLER, new BatteryQuery.Passport(id)).reader()).isEqualTo(Reader.LEGITIMATE_INTEREST);
        assertThat(scene.ledger.evaluate(REGULATOR, new BatteryQuery.Passport(id)).reader()).isEqualTo(Reader.AUTHORITY);
        assertThat(scene.ledger.evaluate(Scene.CARRIER, new BatteryQuery.Passport(id)).reader()).isEqualTo(Reader.PUBLIC);
        assertThat(scene.ledger.evaluate(Scene.STRANGER, new BatteryQuery.Passport(id)).withheld()).contains("status", "stage");
    }

    private void correct(String id) {
        scene.ledger.submit(MAKER, new BatteryCommand.Correct(id, Scene.specification(org.voltrail.model.battery.Level.PACK), "again"));
    }

    private List<Long> numbers(String id, boolean newestFirst) {
        List<Long> numbers = new ArrayList<>();
        HistoryPage page = page(id, 7, newestFirst, null);
        while (true) {
            page.events().forEach(event -> numbers.add(event.seq()));
            assertThat(page.total()).isEqualTo(25);
            if (page.bookmark() == null) {
                return numbers;
            }
            page = page(id, 7, newestFirst, page.bookmark());
        }
    }

    private HistoryPage page(String id, int size, boolean newestFirst, @Nullable String bookmark) {
        return scene.ledger.evaluate(MAKER, new BatteryQuery.History(id, size, newestFirst, bookmark));
    }
}
