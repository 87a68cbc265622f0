package org.voltrail.client.ledger;

import io.grpc.Status;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;

/** The ledger's rules refuse a command or query. Final: repeating it without a change gives the same answer; nothing was written. */
public final class LedgerRefusedException extends TransactionException {
    private static final long serialVersionUID = 1L;

    private final transient LedgerError error;
    private final ErrorCode code;

    /** A refusal, with the transaction that was simulated. */
    public LedgerRefusedException(String transactionId, Status.Code status, LedgerError error) {
        super(sentence(error), transactionId, status, null);
        this.error = error;
        this.code = error.code();
    }

    /** Why: stable code, sentence, field, what was expected, what to do. */
    public LedgerError error() {
        return error;
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    private static String sentence(LedgerError error) {
        String field = error.field() == null ? "" : " (" + error.field() + ")";
        return error.code() + ": " + error.message() + field;
    }
}
