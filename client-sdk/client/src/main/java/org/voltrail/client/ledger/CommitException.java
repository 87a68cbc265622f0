package org.voltrail.client.ledger;

import io.grpc.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A transaction is in a block but invalid: it had no effect. */
public final class CommitException extends TransactionException {
    private static final long serialVersionUID = 1L;

    private final TxValidationCode validationCode;
    private final long blockNumber;

    /** An invalid transaction. */
    public CommitException(String transactionId, TxValidationCode validationCode, long blockNumber) {
        super("Transaction " + transactionId + " is invalid in block " + blockNumber + ": " + validationCode,
                transactionId, Status.Code.OK, null);
        this.validationCode = validationCode;
        this.blockNumber = blockNumber;
    }

    /** Why the peers hold it invalid. */
    public TxValidationCode validationCode() {
        return validationCode;
    }

    /** The block that holds it. */
    public long blockNumber() {
        return blockNumber;
    }
}
