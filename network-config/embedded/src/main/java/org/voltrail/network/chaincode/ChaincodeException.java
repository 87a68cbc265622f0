package org.voltrail.network.chaincode;

/** A chaincode could not be resolved, reached or executed; the message has Fabric's wording. */
public final class ChaincodeException extends Exception {
    /** The message's end when the chaincode's stream broke while it executed. */
    public static final String STREAM_TERMINATED = "chaincode stream terminated";

    public ChaincodeException(String message) {
        super(message);
    }

    public ChaincodeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The chaincode took too long. */
    static ChaincodeException timeout() {
        return new ChaincodeException("error sending: timeout expired while executing transaction");
    }

    /** The chaincode's stream broke while it executed. */
    static ChaincodeException streamTerminated() {
        return new ChaincodeException("error sending: " + STREAM_TERMINATED);
    }

    /** The same failure with {@code prefix: } before its message. */
    public ChaincodeException within(String prefix) {
        return new ChaincodeException(prefix + ": " + getMessage(), this);
    }
}
