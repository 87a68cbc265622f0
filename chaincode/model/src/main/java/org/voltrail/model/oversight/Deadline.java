package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Role;

/**
 * A deadline of one battery. Days are days of the jurisdiction, {@code yyyy-MM-dd}.
 *
 * @param rule id of the rule
 * @param duty what is to be done
 * @param role whose duty it is, if the law names one
 * @param party MSP id of the organisation that started the clock and has the duty, if known
 * @param state how it stands
 * @param startedOn day on which the clock started
 * @param dueOn last day of the period
 * @param stoppedOn day on which the clock was stopped, null while it runs
 * @param daysLeft calendar days from the day of the question to the last day; negative when overdue; null when stopped
 * @param provisional whether public holidays up to the last day are not all known yet
 * @param source provision
 */
public record Deadline(
        String rule,
        String duty,
        @Nullable Role role,
        @Nullable String party,
        State state,
        String startedOn,
        String dueOn,
        @Nullable String stoppedOn,
        @Nullable Long daysLeft,
        boolean provisional,
        String source) {
    /** How a deadline stands. */
    public enum State {
        /** The clock runs, there is time left. */
        RUNNING,
        /** The clock runs, the last day is over. */
        OVERDUE,
        /** Done in time. */
        MET,
        /** Done too late. */
        MISSED
    }
}
