package org.voltrail.cli.ageing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.health.Evolution;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.Measurements;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.health.TestTemperatures;
import org.voltrail.model.health.Usage;

/**
 * Makes of a cell's evaluated discharge the report that a health test on the ledger takes, for the cell itself or for the pack
 * that it stands for.
 *
 * <p>Capacity, energy and throughput are scaled by {@link PackScaling}; temperatures are the cell's; the hash is that of the
 * cell's raw curve.
 */
public final class HealthReports {

    private final CellRating rating;
    private final PackScaling scaling;
    private final Instrument instrument;
    private final String method;

    /**
     * Reports of one laboratory about one kind of battery.
     *
     * @param rating of the cells
     * @param scaling from a cell to the battery
     * @param instrument what was measured with
     * @param method standard and clause that the tests followed
     */
    public HealthReports(CellRating rating, PackScaling scaling, Instrument instrument, String method) {
        this.rating = rating;
        this.scaling = scaling;
        this.instrument = instrument;
        this.method = method;
    }

    /**
     * The report on a test.
     *
     * @param test evaluated discharge
     * @param testedAt end of the measurement; whole seconds count
     * @param initialOhms resistance of the cell when it was new; null if it is not known
     * @return for {@code health:recordTest}
     */
    public TestReport report(DischargeTest test, Instant testedAt, @Nullable Double initialOhms) {
        return new TestReport(testedAt.truncatedTo(ChronoUnit.SECONDS).toString(), method, instrument, test.sha256(), null,
                measurements(test, initialOhms));
    }

    private Measurements measurements(DischargeTest test, @Nullable Double initialOhms) {
        return new Measurements(
                scaling.milliampereHours(test.ampereHours()),
                scaling.wattHours(test.wattHours()),
                null,
                null,
                null,
                resistance(test, initialOhms),
                usage(test.wear()),
                temperatures(test),
                List.of());
    }

    private @Nullable Evolution resistance(DischargeTest test, @Nullable Double initialOhms) {
        if (test.ohms().isEmpty()) {
            return null;
        }
        Long initial = initialOhms == null ? null : scaling.microOhms(initialOhms);
        return new Evolution(initial, scaling.microOhms(test.ohms().getAsDouble()));
    }

    private Usage usage(Wear wear) {
        return new Usage(scaling.wattHours(wear.wattHours()), scaling.milliampereHours(wear.ampereHours()),
                (long) wear.fullCycles(rating), null, null, null);
    }

    private static TestTemperatures temperatures(DischargeTest test) {
        return new TestTemperatures(deci(test.ambientCelsius()), deci(test.minCelsius()), deci(test.maxCelsius()));
    }

    private static int deci(double celsius) {
        return (int) Math.round(celsius * 10);
    }
}
