package org.voltrail.client.ledger;

import io.grpc.Status;

/** The chaincode's answer is not what this client's model expects: client and chaincode are of different versions. */
public final class UnreadableAnswerException extends TransactionException {
    private static final long serialVersionUID = 1L;

    /** An answer that could not be read. */
    public UnreadableAnswerException(String transactionId, Class<?> expected, Throwable cause) {
        super("The answer of transaction " + transactionId + " is no " + expected.getSimpleName() + ": " + cause.getMessage(),
                transactionId, Status.Code.OK, cause);
    }
}
