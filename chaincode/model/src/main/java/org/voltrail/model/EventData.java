package org.voltrail.model;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What happened, without who and when: the {@code data} of an event. Implementations are records, one for each event type. */
public interface EventData {
    /** Versioned name of the event, for example {@code battery.registered.v1}; also the name of the chaincode event. */
    @JsonIgnore
    String type();
}
