package org.voltrail.client.ledger;

import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The endorsements for a transaction could not be had: nothing was submitted and nothing changed. A refusal by the ledger's rules is
 * a {@link LedgerRefusedException} instead.
 */
public final class EndorseException extends TransactionException {
    private static final long serialVersionUID = 1L;

    /** A failure of this stage. */
    public EndorseException(String transactionId, Status status, List<PeerFault> faults, @Nullable Throwable cause) {
        super("Endorsement", transactionId, status, faults, cause);
    }
}
