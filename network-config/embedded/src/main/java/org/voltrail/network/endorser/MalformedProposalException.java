package org.voltrail.network.endorser;

/** A proposal that cannot be read or that must not be processed; the message has Fabric's wording. */
public final class MalformedProposalException extends Exception {
    public MalformedProposalException(String message) {
        super(message);
    }

    public MalformedProposalException(String message, Throwable cause) {
        super(message, cause);
    }
}
