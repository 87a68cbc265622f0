package org.voltrail.cli.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.trace.ChainCheck;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;
import org.voltrail.model.battery.Stage;

/** Reads every battery back: is it where it should be, and is its history whole? */
final class Inspection {

    private static final int PAGE = 200;

    private final Stagehand stagehand;
    private final AtomicLong events = new AtomicLong();

    Inspection(Stagehand stagehand) {
        this.stagehand = stagehand;
    }

    String inspect(List<Life> lives) {
        VoltrailClient regulator = stagehand.cast().regulator();
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        stagehand.each(lives, life -> regulator.evaluateAsync(new BatteryQuery.Get(life.id())).thenAccept(battery -> {
            demandExpected(regulator, life, battery);
            synchronized (stages) {
                stages.merge(battery.stage(), 1, Integer::sum);
            }
        }));
        return lives.size() + " packs are where they should be (" + stages.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ")) + "); the hash chains of " + events.get() + " events are whole";
    }

    private void demandExpected(VoltrailClient client, Life life, Battery battery) {
        demand(battery.stage() == life.expected(), life.id() + " is " + battery.stage() + ", not " + life.expected());
        demand(String.valueOf(battery.successor()).equals(String.valueOf(life.successor())), life.id() + " has the wrong successor");
        ChainCheck check = new ChainCheck(battery, false);
        history(client, battery.id()).forEach(check::follows);
        demand(check.complete(), "The history of " + life.id() + " is broken: " + check.fault());
        events.addAndGet(check.count());
    }

    static List<BatteryEvent> history(VoltrailClient client, String battery) {
        List<BatteryEvent> all = new ArrayList<>();
        String bookmark = null;
        do {
            HistoryPage page = client.evaluate(new BatteryQuery.History(battery, PAGE, false, bookmark));
            all.addAll(page.events());
            bookmark = page.bookmark();
        } while (bookmark != null);
        return all;
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new CliException(ExitCode.CHECK, otherwise + ".", null);
        }
    }
}
