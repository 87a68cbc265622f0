package org.voltrail.model.oversight;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * What a finding is about.
 *
 * @param kind kind of thing
 * @param id its id: battery id, MSP id, or lot id
 */
public record FindingSubject(Kind kind, String id) implements Validated {
    @Override
    public void validate(Check check) {
        check.required("kind", kind);
        check.text("id", id, Check.TEXT_MAX);
    }

    /** Kinds of things that findings are about. */
    public enum Kind {
        /** A battery. */
        BATTERY,
        /** A recycling lot. */
        LOT,
        /** An organisation. */
        PARTICIPANT
    }
}
