package org.voltrail.contract.ledger;

import java.util.Set;
import org.voltrail.model.Actor;
import org.voltrail.model.Role;

/**
 * Who signed the proposal, as its certificate says.
 *
 * @param msp MSP id
 * @param id enrolment id, or common name of the certificate
 * @param roles roles of the certificate's {@code voltrail.role} attribute
 */
public record Caller(String msp, String id, Set<Role> roles) {
    /** The caller as it stands in events. */
    public Actor actor() {
        return new Actor(msp, id);
    }
}
