package org.voltrail.topology;

/** The description of the network, or a file that belongs to it, is at fault. The message says what to change. */
public final class TopologyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault without a cause beneath it. */
    public TopologyException(String message) {
        super(message);
    }

    /** A fault with the exception that showed it. */
    public TopologyException(String message, Throwable cause) {
        super(message, cause);
    }
}
