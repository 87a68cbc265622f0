package org.voltrail.client.ledger;

import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction was handed to the orderers, but whether it was committed could not be learnt: submit the command again under the same
 * command id to learn it.
 */
public final class CommitStatusException extends TransactionException {
    private static final long serialVersionUID = 1L;

    /** A failure of this stage. */
    public CommitStatusException(String transactionId, Status status, List<PeerFault> faults, @Nullable Throwable cause) {
        super("Commit status", transactionId, status, faults, cause);
    }
}
