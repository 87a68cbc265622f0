package org.voltrail.model.battery;

/** Where a battery is in its life on the ledger. */
public enum Stage {
    /** Registered, not yet in use. */
    REGISTERED,
    /** Placed on the market or put into service, in somebody's use. */
    IN_SERVICE,
    /** Declared waste, not yet taken over by a collector. */
    WASTE,
    /** Taken over by an accredited collector. */
    COLLECTED,
    /** Taken apart by a treatment facility; what is left of it may go into a lot. */
    DISMANTLED,
    /** Part of the input of a recycling lot. */
    IN_LOT,
    /** Its lot is closed. Terminal. */
    RECYCLED,
    /** Disposed of with a certificate. Terminal. */
    DISPOSED,
    /** Its passport ceased in favour of a successor (Art. 77(7)). Terminal. */
    CEASED;

    /** Whether nothing can happen to the battery any more. */
    public boolean ended() {
        return this == RECYCLED || this == DISPOSED || this == CEASED;
    }

    /** Whether the battery is new or in use, not waste. */
    public boolean alive() {
        return this == REGISTERED || this == IN_SERVICE;
    }
}
