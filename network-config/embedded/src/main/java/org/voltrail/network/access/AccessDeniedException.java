package org.voltrail.network.access;

/** The caller may not use the resource; the message has Fabric's wording. */
public final class AccessDeniedException extends Exception {
    public AccessDeniedException(String message) {
        super(message);
    }
}
