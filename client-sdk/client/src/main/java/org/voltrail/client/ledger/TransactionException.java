package org.voltrail.client.ledger;

import io.grpc.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A transaction that did not get through. The subclass tells the stage. */
public abstract class TransactionException extends VoltrailException {
    private static final long serialVersionUID = 1L;

    private final String transactionId;
    private final Status.Code status;
    private final transient List<PeerFault> faults;
    private int attempts = 1;

    TransactionException(
            String stage, String transactionId, Status status, List<PeerFault> faults, @Nullable Throwable cause) {
        super(sentence(stage, transactionId, status, faults), cause);
        this.transactionId = transactionId;
        this.status = status.getCode();
        this.faults = List.copyOf(faults);
    }

    TransactionException(String message, String transactionId, Status.Code status, @Nullable Throwable cause) {
        super(message, cause);
        this.transactionId = transactionId;
        this.status = status;
        this.faults = List.of();
    }

    /** The transaction, the last one if the command was repeated. */
    public String transactionId() {
        return transactionId;
    }

    /** The gateway's status. */
    public Status.Code status() {
        return status;
    }

    /** What single peers or orderers said; empty if the gateway gave no details. */
    public List<PeerFault> faults() {
        return faults == null ? List.of() : faults;
    }

    /** Attempts that were made before giving up. */
    public int attempts() {
        return attempts;
    }

    /** Notes how many attempts were made. Not for applications. */
    public TransactionException afterAttempts(int count) {
        attempts = count;
        return this;
    }

    private static String sentence(String stage, String transactionId, Status status, List<PeerFault> faults) {
        StringBuilder text = new StringBuilder(stage).append(" failed for transaction ").append(transactionId);
        text.append(": ").append(status.getCode());
        if (status.getDescription() != null) {
            text.append(" ").append(status.getDescription());
        }
        faults.forEach(fault -> text.append("; ").append(fault));
        return text.toString();
    }
}
