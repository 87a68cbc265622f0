package org.voltrail.network.validation;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Ends the check of a transaction with a verdict. */
final class InvalidTransactionException extends Exception {
    private final TxValidationCode code;

    InvalidTransactionException(TxValidationCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    TxValidationCode code() {
        return code;
    }
}
