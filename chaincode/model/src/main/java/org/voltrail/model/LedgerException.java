package org.voltrail.model;

/** A refusal by the ledger's rules. Carries the typed error; without effect on the ledger. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LedgerError error;

    /** Wraps a typed error. */
    public LedgerException(LedgerError error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    /** A refusal with nothing but a code and a sentence. */
    public LedgerException(ErrorCode code, String message) {
        this(LedgerError.of(code, message));
    }

    /** The typed error. */
    public LedgerError error() {
        return error;
    }

    /** The stable code. */
    public ErrorCode code() {
        return error.code();
    }
}
