package org.voltrail.network.ledger;

/** A request to the ledger that it must refuse (an empty key, a private read by a non-member, a write after a paged query …); the message has Fabric's wording where it has one. */
public final class LedgerException extends Exception {
    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
