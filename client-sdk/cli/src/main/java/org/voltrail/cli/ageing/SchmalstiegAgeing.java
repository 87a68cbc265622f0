package org.voltrail.cli.ageing;

/**
 * Calendar and cycle ageing of nickel-manganese-cobalt cells after Schmalstieg et al.
 *
 * <p>Source: J. Schmalstieg, S. Käbitz, M. Ecker, D. U. Sauer, "A holistic aging model for Li(NiMnCo)O2 based 18650
 * lithium-ion batteries", Journal of Power Sources 257 (2014) 325–334, doi:10.1016/j.jpowsour.2014.02.012. Fitted to
 * Sanyo UR18650E cells of 2.05 Ah. With time <i>t</i> in days, charge throughput <i>Q</i> in ampere-hours (charging and
 * discharging), absolute temperature <i>T</i>, voltage <i>V</i>, quadratic mean voltage of a cycle <i>ØV</i> and depth of
 * discharge <i>DoD</i>:
 * <pre>
 * C = 1 − α_cap·t^0.75 − β_cap·√Q      α_cap = (7.543·V − 23.75)·10⁶·exp(−6976/T)
 *                                      β_cap = 7.348·10⁻³·(ØV − 3.667)² + 7.600·10⁻⁴ + 4.081·10⁻³·DoD
 * R = 1 + α_res·t^0.75 + β_res·Q       α_res = (5.270·V − 16.32)·10⁵·exp(−5986/T)
 *                                      β_res = 2.153·10⁻⁴·(ØV − 3.725)² − 1.521·10⁻⁵ + 2.798·10⁻⁴·DoD
 * </pre>
 * Throughput is that of the fitted cell, so a cell of another size is scaled by its full equivalent cycles. β_res is
 * kept at 1.5·10⁻⁵ or more, the lowest value the authors measured. The capacity is kept at 0.2 or more: long before that
 * the model has left the range it was fitted in.
 */
public final class SchmalstiegAgeing implements AgeingLaw {

    private static final double FITTED_AMPERE_HOURS = 2.05;
    private static final double LEAST_CAPACITY = 0.2;
    private static final double LEAST_RESISTANCE_GROWTH = 1.5e-5;
    private static final double KELVIN = 273.15;

    /** Creates the law. */
    public SchmalstiegAgeing() {}

    @Override
    public Ageing after(Usage usage, double days) {
        double kelvin = usage.celsius() + KELVIN;
        double fullCycles = usage.fullCycles(days);
        double throughput = 2 * fullCycles * FITTED_AMPERE_HOURS;
        double calendar = StrictMath.pow(days, 0.75);
        double capacity = 1 - capacityCalendar(usage, kelvin) * calendar - capacityCycling(usage) * Math.sqrt(throughput);
        double resistance = 1 + resistanceCalendar(usage, kelvin) * calendar + resistanceCycling(usage) * throughput;
        return new Ageing(Math.max(LEAST_CAPACITY, capacity), resistance, fullCycles);
    }

    private static double capacityCalendar(Usage usage, double kelvin) {
        return Math.max(0, 7.543 * usage.storageVolts() - 23.75) * 1e6 * StrictMath.exp(-6976 / kelvin);
    }

    private static double capacityCycling(Usage usage) {
        double off = usage.cyclingVolts() - 3.667;
        return 7.348e-3 * off * off + 7.600e-4 + 4.081e-3 * usage.depthOfDischarge();
    }

    private static double resistanceCalendar(Usage usage, double kelvin) {
        return Math.max(0, 5.270 * usage.storageVolts() - 16.32) * 1e5 * StrictMath.exp(-5986 / kelvin);
    }

    private static double resistanceCycling(Usage usage) {
        double off = usage.cyclingVolts() - 3.725;
        double growth = 2.153e-4 * off * off - 1.521e-5 + 2.798e-4 * usage.depthOfDischarge();
        return Math.max(LEAST_RESISTANCE_GROWTH, growth);
    }
}
