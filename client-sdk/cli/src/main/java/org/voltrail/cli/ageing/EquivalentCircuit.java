package org.voltrail.cli.ageing;

/**
 * A lithium-ion cell as an electrical and thermal equivalent circuit, discharged step by step.
 *
 * <p>Source of the electrical part: M. Chen, G. A. Rincón-Mora, "Accurate electrical battery model capable of predicting
 * runtime and I–V performance", IEEE Transactions on Energy Conversion 21 (2006) 504–511, doi:10.1109/TEC.2006.874229:
 * an open-circuit voltage over the state of charge, a series resistance and two RC pairs, whose parameters were measured on
 * polymer cells of 850 mAh. For a cell of another size resistances go down and capacitances up with its capacity. Ageing
 * multiplies the resistances and takes away from the charge.
 *
 * <p>The thermal part is one heat capacity that the losses warm and the surroundings cool. Its constants are those of an
 * 18650 cell in still air per ampere-hour: 45 g at 2.05 Ah, 900 J/(kg·K), 0.07 W/K.
 *
 * <p>Not for use by several threads.
 */
final class EquivalentCircuit {

    private static final double MEASURED_AMPERE_HOURS = 0.85;
    private static final double HEAT_CAPACITY_PER_AMPERE_HOUR = 0.045 * 900 / 2.05;
    private static final double COOLING_PER_AMPERE_HOUR = 0.07 / 2.05;

    private final double ampereHours;
    private final double scale;
    private final double resistance;
    private final double ambient;
    private double soc = 1;
    private double fast;
    private double slow;
    private double celsius;

    /**
     * Creates a full cell at ambient temperature.
     *
     * @param newAmpereHours capacity when it was new
     * @param ageing its age
     * @param ambientCelsius temperature around it
     */
    EquivalentCircuit(double newAmpereHours, AgeingLaw.Ageing ageing, double ambientCelsius) {
        this.ampereHours = newAmpereHours * ageing.capacity();
        this.scale = newAmpereHours / MEASURED_AMPERE_HOURS;
        this.resistance = ageing.resistance();
        this.ambient = ambientCelsius;
        this.celsius = ambientCelsius;
    }

    /** Draws a current for some seconds, short against the time constants of the RC pairs (about 15 s and 200 s). */
    void draw(double amperes, double seconds) {
        double fastOhms = ohms(0.3208 * exp(-29.14) + 0.04669);
        double slowOhms = ohms(6.603 * exp(-155.2) + 0.04984);
        fast = relax(fast, amperes * fastOhms, seconds, fastOhms * farads(-752.9 * exp(-13.51) + 703.6));
        slow = relax(slow, amperes * slowOhms, seconds, slowOhms * farads(-6056 * exp(-27.12) + 4475));
        double loss = amperes * (amperes * seriesOhms() + fast + slow);
        double cooling = COOLING_PER_AMPERE_HOUR * scale * MEASURED_AMPERE_HOURS * (celsius - ambient);
        celsius += seconds * (loss - cooling) / (HEAT_CAPACITY_PER_AMPERE_HOUR * scale * MEASURED_AMPERE_HOURS);
        soc -= amperes * seconds / 3600 / ampereHours;
    }

    /** Terminal voltage under a current. */
    double volts(double amperes) {
        return openCircuit() - fast - slow - amperes * seriesOhms();
    }

    double celsius() {
        return celsius;
    }

    private double openCircuit() {
        return -1.031 * exp(-35) + 3.685 + soc * (0.2156 + soc * (-0.1178 + soc * 0.3201));
    }

    private double seriesOhms() {
        return ohms(0.1562 * exp(-24.37) + 0.07446);
    }

    private double ohms(double ofMeasuredCell) {
        return ofMeasuredCell / scale * resistance;
    }

    /** Capacitance, so that the time constants stay those of the measured cell however the resistance grows. */
    private double farads(double ofMeasuredCell) {
        return Math.max(ofMeasuredCell, 1) * scale / resistance;
    }

    private double exp(double factor) {
        return StrictMath.exp(factor * soc);
    }

    private static double relax(double from, double to, double seconds, double timeConstant) {
        return to + (from - to) * StrictMath.exp(-seconds / timeConstant);
    }
}
