package org.voltrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Check;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.PassportId;

class RunTest {

    @Property(tries = 200)
    void everyNameIsValid(
            @ForAll @LongRange(min = 1_700_000_000_000L, max = 2_500_000_000_000L) long millis, @ForAll @IntRange(max = 99_999) int number) {
        Run run = Run.at(Instant.ofEpochMilli(millis), 1);
        assertThatCode(() -> PassportId.parse(run.battery("P", number))).doesNotThrowAnyException();
        assertThatCode(() -> new Identity(IdentityScheme.VIN, run.vehicle(number)).validate(Check.root())).doesNotThrowAnyException();
    }

    @Test
    void vehiclesOfOneRunAndOfTheNextDiffer() {
        Set<String> vehicles = new HashSet<>();
        for (long millis = 1_800_000_000_000L; millis < 1_800_000_000_010L; millis++) {
            Run run = Run.at(Instant.ofEpochMilli(millis), 1);
            for (int number = 0; number < 100; number++) {
                assertThat(vehicles.add(run.vehicle(number))).isTrue();
            }
        }
    }
}
