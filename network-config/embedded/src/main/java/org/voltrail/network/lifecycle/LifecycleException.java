package org.voltrail.network.lifecycle;

/** A lifecycle operation that is refused; the message has Fabric's wording. */
public final class LifecycleException extends Exception {
    private final int status;

    public LifecycleException(String message) {
        this(message, 500);
    }

    private LifecycleException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** What is asked for does not exist. */
    static LifecycleException notFound(String message) {
        return new LifecycleException(message, 404);
    }

    /** The status of the chaincode's response: 404 for what does not exist, otherwise 500. */
    int status() {
        return status;
    }
}
