package org.voltrail.cli.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SchmalstiegAgeingTest {

    private final AgeingLaw law = new SchmalstiegAgeing();

    @Test
    void aNewCellIsAsGoodAsNew() {
        AgeingLaw.Ageing ageing = law.after(usage(25, 1), 0);
        assertThat(ageing).isEqualTo(new AgeingLaw.Ageing(1, 1, 0));
    }

    /** α_cap(323.15 K, 3.7 V) = (7.543·3.7 − 23.75)·10⁶·exp(−6976/323.15) = 1.7448·10⁻³ a day^0.75. */
    @Test
    void aYearOnTheShelfAtFiftyDegreesCostsWhatThePaperGives() {
        AgeingLaw.Ageing ageing = law.after(new AgeingLaw.Usage(50, 3.7, 3.7, 1, 0), 365);
        double alpha = (7.543 * 3.7 - 23.75) * 1e6 * Math.exp(-6976 / 323.15);
        assertThat(1 - ageing.capacity()).isCloseTo(alpha * Math.pow(365, 0.75), within(1e-12));
        assertThat(1 - ageing.capacity()).isBetween(0.1, 0.2);
    }

    @Test
    void cyclingOnlyFollowsTheRootOfTheThroughput() {
        AgeingLaw.Usage cycling = new AgeingLaw.Usage(-200, 3.667, 3.667, 1, 1);
        double loss = 1 - law.after(cycling, 100).capacity();
        assertThat(loss).isCloseTo((7.600e-4 + 4.081e-3) * Math.sqrt(2 * 100 * 2.05), within(1e-9));
    }

    @Property
    void heatAgesACell(@ForAll @DoubleRange(min = 0, max = 40) double celsius) {
        assertThat(law.after(usage(celsius + 10, 1), 1000).capacity())
                .isLessThan(law.after(usage(celsius, 1), 1000).capacity());
    }

    @Property
    void useAgesACell(@ForAll @DoubleRange(min = 0, max = 3) double cycles) {
        assertThat(law.after(usage(25, cycles + 0.5), 1000).capacity())
                .isLessThan(law.after(usage(25, cycles), 1000).capacity());
    }

    private static AgeingLaw.Usage usage(double celsius, double cyclesPerDay) {
        return new AgeingLaw.Usage(celsius, 3.75, 3.8, 0.5, cyclesPerDay);
    }
}
