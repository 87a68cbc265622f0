package org.voltrail.model.custody;

/** Where an offer stands. */
public enum OfferStatus {
    /** Waits for the receiver. */
    OPEN,
    /** The receiver took the batteries over. */
    ACCEPTED,
    /** The receiver refused. */
    REJECTED,
    /** The holder withdrew it. */
    CANCELLED,
    /** Its time is over. */
    EXPIRED,
    /** The receiver took the batteries over and complains. */
    DISPUTED,
    /** A dispute ended and the receiver keeps the batteries. */
    SETTLED,
    /** A dispute ended and the disputed batteries went back. */
    RETURNED
}
