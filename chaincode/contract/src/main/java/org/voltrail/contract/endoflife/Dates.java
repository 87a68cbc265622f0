package org.voltrail.contract.endoflife;

import java.time.Duration;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/** Dates of what has happened. ISO dates compare as texts. */
final class Dates {
    private static final int LENGTH = "yyyy-MM-dd".length();
    private static final Duration FURTHEST_EAST = Duration.ofHours(14);

    private Dates() {}

    /** Refuses a date before {@code earliest} or after the transaction's day. The day of the easternmost time zone counts. */
    static void demand(LedgerView view, String field, String date, String earliest) {
        String latest = view.instant().plus(FURTHEST_EAST).toString().substring(0, LENGTH);
        if (date.compareTo(earliest) < 0 || date.compareTo(latest) > 0) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.OUT_OF_RANGE, field, "The date does not fit.")
                    .comparing(earliest + " to " + latest, date)
                    .exception();
        }
    }
}
