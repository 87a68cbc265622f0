package org.voltrail.network.ledger;

/** What is on disk contradicts itself in a way that a killed process cannot have caused; it must be looked into by a person. */
public final class LedgerCorruptException extends RuntimeException {
    public LedgerCorruptException(String message) {
        super(message);
    }

    public LedgerCorruptException(String message, Throwable cause) {
        super(message, cause);
    }
}
