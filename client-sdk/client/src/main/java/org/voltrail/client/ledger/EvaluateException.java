package org.voltrail.client.ledger;

import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** No peer could answer a query. A refusal by the ledger's rules is a {@link LedgerRefusedException} instead. */
public final class EvaluateException extends TransactionException {
    private static final long serialVersionUID = 1L;

    /** A failure of this stage. */
    public EvaluateException(String transactionId, Status status, List<PeerFault> faults, @Nullable Throwable cause) {
        super("Query", transactionId, status, faults, cause);
    }
}
