package org.voltrail.cli.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.voltrail.cli.console.Console;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;

/** The demonstration, act by act. */
final class Play {

    private static final int MODULES = 4;

    private final Console console;
    private final Run run;
    private final Stagehand stagehand;
    private final Laboratory laboratory;
    private final List<Life> lives;
    private final Pack pack;
    private final Refusals refusals = new Refusals();
    private int act;

    Play(Console console, Run run, Stagehand stagehand, Laboratory laboratory, Pack pack, List<Life> lives) {
        this.console = console;
        this.run = run;
        this.stagehand = stagehand;
        this.laboratory = laboratory;
        this.pack = pack;
        this.lives = lives;
    }

    /** Plays all acts; throws when something does not go as it must. */
    void perform() {
        FirstLives first = new FirstLives(stagehand);
        Authority authority = new Authority(stagehand, refusals);
        EndOfLife end = new EndOfLife(stagehand, run, pack, refusals);
        act("Production", () -> first.produce(lives));
        act("Assembly", () -> first.assemble(whole(), modules()));
        act("Delivery", () -> first.deliver(lives));
        act("In service", () -> first.serve(lives));
        act("Tests", () -> new Tests(stagehand, laboratory).record(lives));
        act("Hold", () -> authority.hold(with(Fate.HELD)));
        act("Recall", () -> authority.recall(with(Fate.RECALLED), run.batch("R")));
        act("Accidents", () -> end.damage(with(Fate.DAMAGED), with(Fate.BURNT)));
        act("Second life", () -> new SecondLives(stagehand, run, pack).begin(retired(true)));
        act("Collection", () -> end.collect(toCollect()));
        act("Premiums", () -> end.reward(toCollect()));
        act("Recycling", () -> end.recycle(toRecycle()));
        act("Disposal", () -> end.dispose(with(Fate.BURNT)));
        act("Renewal", () -> end.renew(Math.max(1, lives.size() / 20)));
        act("Provocations", () -> new Provocations(stagehand, refusals)
                .provoke(with(Fate.SERVES), laboratory.tests(with(Fate.SERVES).get(0)).get(2)));
        act("Inspection", () -> new Inspection(stagehand).inspect(lives));
    }

    List<Refusals.Refusal> refusals() {
        return refusals.all();
    }

    /** A battery with as rich a history as any: one that was recycled after a whole life. */
    Life protagonist() {
        List<Life> candidates = new ArrayList<>(retired(false));
        candidates.addAll(with(Fate.DAMAGED));
        return candidates.get(0);
    }

    private void act(String title, Supplier<String> content) {
        act++;
        long start = System.nanoTime();
        String outcome = content.get();
        console.remark(String.format(Locale.ROOT, "%2d  %-13s %s. (%.1f s)", act, title, outcome, (System.nanoTime() - start) / 1e9));
    }

    private List<Life> with(Fate fate) {
        return lives.stream().filter(life -> life.fate() == fate).toList();
    }

    /** What was retired and is, or is not, good enough for a second life. */
    private List<Life> retired(boolean goodEnough) {
        return with(Fate.RETIRES).stream().filter(life -> (life.grade() != Grade.RECYCLE) == goodEnough).toList();
    }

    private List<Life> toCollect() {
        List<Life> all = new ArrayList<>(toRecycle());
        all.addAll(with(Fate.BURNT));
        return all;
    }

    private List<Life> toRecycle() {
        List<Life> all = new ArrayList<>(retired(false));
        all.addAll(with(Fate.DAMAGED));
        return all;
    }

    private BatteryRegistration whole() {
        return new BatteryRegistration(run.battery("W", 0), List.of(),
                pack.specification(Category.EV, run.batch("W"), LocalDate.now(ZoneOffset.UTC)));
    }

    private List<BatteryRegistration> modules() {
        List<BatteryRegistration> modules = new ArrayList<>();
        for (int number = 0; number < MODULES; number++) {
            modules.add(new BatteryRegistration(run.battery("M", number), List.of(), module(whole().specification())));
        }
        return modules;
    }

    private Specification module(Specification whole) {
        return new Specification(whole.category(), Level.MODULE, Chemistry.NMC, "VT-22-M", whole.batch(), whole.manufacturedOn(),
                whole.manufacturedAt(), Pack.GRAMS / (MODULES + 1), whole.ratedCapacityMah(), whole.nominalVoltageMv() / MODULES,
                whole.ratedEnergyWh() / MODULES, Map.of(), null, null);
    }
}
