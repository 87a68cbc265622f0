package org.voltrail.cli.ageing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A measured discharge with what was found out about it.
 *
 * @param entry its line in the list of cycles
 * @param test its evaluation; null when it has no readings
 * @param faults what is wrong with it; empty when nothing is
 */
public record MeasuredCycle(CycleEntry entry, @Nullable DischargeTest test, Set<Fault> faults) {

    /** Copies the faults. */
    public MeasuredCycle {
        faults = Set.copyOf(faults);
    }

    /** {@return whether a health test may be made from it} */
    public boolean sound() {
        return test != null && faults.stream().noneMatch(Fault::disqualifying);
    }
}
