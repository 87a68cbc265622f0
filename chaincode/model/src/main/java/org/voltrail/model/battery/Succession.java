package org.voltrail.model.battery;

/** Rules for the start of a second life. */
public final class Succession {
    /** Greatest age of the health test on which a second life may rest, in days. */
    public static final int TEST_AGE_MAX_DAYS = 90;

    private Succession() {}

    /** The worst grade that allows a status: re-use and remanufacture ask for {@link Grade#RE_USE}, repurposing for {@link Grade#REPURPOSE}. */
    public static Grade needed(Status status) {
        return status == Status.REPURPOSED ? Grade.REPURPOSE : Grade.RE_USE;
    }
}
