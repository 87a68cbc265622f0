package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.Participant;

/**
 * Some of the participant register.
 *
 * @param participants in the order of their MSP ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record ParticipantPage(List<Participant> participants, @Nullable String bookmark) {
    /** Copies the list. */
    public ParticipantPage {
        participants = Copies.list(participants);
    }
}
