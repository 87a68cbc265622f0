package org.voltrail.cli;

/** The exit codes of {@code voltrail}; the numbers never change. */
public enum ExitCode {
    /** Done. */
    OK(0),
    /** A fault of the program itself. */
    SOFTWARE(1),
    /** The command line is wrong: unknown option, missing or unreadable value. */
    USAGE(2),
    /** The ledger's rules refused, or would: nothing was written. */
    REFUSED(3),
    /** The network could not be reached, or the outcome could not be learnt. */
    NETWORK(4),
    /** Something on this machine is missing or unreadable: profile, identity, input file. */
    LOCAL(5),
    /** Part of a bulk job was refused; the rest is done. */
    PARTLY(6),
    /** A check failed: a broken hash chain, a demonstration that did not go as it must. */
    CHECK(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** {@return what the process exits with} */
    public int number() {
        return number;
    }
}
