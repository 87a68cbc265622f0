package org.voltrail.model.telemetry;

/** What a device measures. */
public enum SubjectKind {
    /** One battery; the subject is its id. */
    BATTERY,
    /** A consignment under way; the subject is the offer's id. */
    OFFER,
    /** A store or vehicle; the subject is a name of the organisation's own. */
    PLACE
}
