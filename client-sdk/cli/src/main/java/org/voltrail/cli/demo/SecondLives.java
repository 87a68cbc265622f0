package org.voltrail.cli.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.Status;

/** Batteries whose grade allows a second life get one at the recycler, under a record of their own. */
final class SecondLives {

    private final Stagehand stagehand;
    private final Cast cast;
    private final Run run;
    private final Pack pack;

    SecondLives(Stagehand stagehand, Run run, Pack pack) {
        this.stagehand = stagehand;
        this.cast = stagehand.cast();
        this.run = run;
        this.pack = pack;
    }

    String begin(List<Life> lives) {
        if (lives.isEmpty()) {
            return "no pack was graded well enough for a second life";
        }
        FirstLives handover = new FirstLives(stagehand);
        VoltrailClient recycler = cast.recycler();
        stagehand.each(FirstLives.parts(lives, 60), consignment -> stagehand
                .does(cast.carrier(), FirstLives.offer(cast.msp(recycler), consignment, FirstLives.SOUND))
                .thenCompose(offer -> handover.accept(recycler, offer)));
        stagehand.each(lives, life -> stagehand.does(recycler, successor(life))
                .thenAccept(receipt -> life.succeededBy(receipt.battery())));
        long repurposed = lives.stream().filter(life -> life.grade() != Grade.RE_USE).count();
        return lives.size() + " packs succeeded by second-life ones: " + (lives.size() - repurposed) + " re-used, "
                + repurposed + " repurposed as stationary storage";
    }

    private BatteryCommand.Succeed successor(Life life) {
        boolean reUse = life.grade() == Grade.RE_USE;
        Category category = reUse ? Category.EV : Category.STATIONARY;
        BatteryRegistration registration = new BatteryRegistration(run.battery("S", life.number()), List.of(),
                pack.specification(category, run.batch("S"), LocalDate.now(ZoneOffset.UTC)));
        return new BatteryCommand.Succeed(registration, List.of(life.id()), reUse ? Status.RE_USED : Status.REPURPOSED);
    }
}
