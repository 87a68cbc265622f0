package org.voltrail.network.ledger;

/** Storage failed; what was being written may be lost. A ledger that threw this takes no more blocks until it is opened again. */
public final class LedgerFailedException extends RuntimeException {
    public LedgerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
