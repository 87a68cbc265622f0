package org.voltrail.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;

/** Plans the lives of a fleet. The same run gives the same plan. */
final class Fleet {

    private static final int DAYS_A_YEAR = 365;

    private final Run run;
    private final Pack pack;
    private final LocalDate today;
    private final SplittableRandom random;

    Fleet(Run run, Pack pack, LocalDate today) {
        this.run = run;
        this.pack = pack;
        this.today = today;
        this.random = new SplittableRandom(run.seed());
    }

    List<Life> lives(int count) {
        List<Life> lives = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            lives.add(life(number, Fate.of(number)));
        }
        return lives;
    }

    private Life life(int number, Fate fate) {
        LocalDate madeOn = today.minusDays(age(fate));
        LocalDate inServiceOn = madeOn.plusDays(20 + random.nextInt(100));
        String batch = run.batch(fate == Fate.RECALLED ? "R" : "A" + madeOn.getYear());
        return new Life(number, fate, registration(number, batch, madeOn), inServiceOn, run.vehicle(number), code());
    }

    /** Days since manufacture: what retires is old, the rest of any age. */
    private int age(Fate fate) {
        int years = fate == Fate.RETIRES ? 5 + random.nextInt(8) : 1 + random.nextInt(6);
        return years * DAYS_A_YEAR + random.nextInt(DAYS_A_YEAR);
    }

    private BatteryRegistration registration(int number, String batch, LocalDate madeOn) {
        return new BatteryRegistration(run.battery("P", number),
                List.of(new Identity(IdentityScheme.SERIAL, run.serial("P", number))),
                pack.specification(Category.EV, batch, madeOn));
    }

    private String code() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }
}
