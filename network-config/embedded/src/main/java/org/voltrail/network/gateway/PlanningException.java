package org.voltrail.network.gateway;

/** No set of peers can give the endorsements that are needed; the message has Fabric's wording. */
public final class PlanningException extends Exception {
    public PlanningException(String message) {
        super(message);
    }
}
