package org.voltrail.contract.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;

/**
 * Decides whether an endorser lends its name to the time that a client states. Rules with dates (offers, accreditations, tests)
 * rest on the transaction's time, which Fabric takes from the client as it is; without this, a client could date back. A refusal
 * is the only thing that depends on the endorser's clock: what is endorsed does not.
 */
@FunctionalInterface
public interface TimeGuard {
    /** Believes every time. */
    TimeGuard NONE = time -> {};

    /**
     * Lets a time pass.
     *
     * @throws org.voltrail.model.LedgerException {@code CLOCK_SKEW}
     */
    void demand(Instant time);

    /** Believes times that differ from a clock's by at most a tolerance, which leaves room for signing off-line. */
    static TimeGuard within(Duration tolerance, Supplier<Instant> clock) {
        return time -> {
            Instant now = clock.get();
            if (Duration.between(time, now).abs().compareTo(tolerance) > 0) {
                throw LedgerError.of(ErrorCode.CLOCK_SKEW, "The transaction's time is too far from this endorser's clock.")
                        .comparing(now + ", give or take " + tolerance, time)
                        .advising("Set the client's clock, and submit proposals soon after making them.")
                        .exception();
            }
        };
    }
}
