package org.voltrail.client.ledger;

import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction could not be handed to the orderers. With status {@code UNAVAILABLE} or {@code DEADLINE_EXCEEDED} its outcome is
 * unknown: submit the command again under the same command id to learn it.
 */
public final class SubmitException extends TransactionException {
    private static final long serialVersionUID = 1L;

    /** A failure of this stage. */
    public SubmitException(String transactionId, Status status, List<PeerFault> faults, @Nullable Throwable cause) {
        super("Submission", transactionId, status, faults, cause);
    }
}
