package org.voltrail.scenarios.network;

import java.nio.file.Path;
import java.util.Optional;
import org.voltrail.client.enrolment.Revocation;
import org.voltrail.client.enrolment.RevocationReason;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.model.Role;

/**
 * A running network with the chaincode deployed. Scenarios see nothing else of it than any client sees: a connection profile with
 * all organisations, their peers, authorities and registrars.
 */
public interface ScenarioNetwork {
    default ConnectionProfile profile() {
        return ConnectionProfile.load(profileFile());
    }

    /** The file of the connection profile, for programs. */
    Path profileFile();

    /** Somebody of the organisation whose certificate has just run out; empty where the authority's own key is not at hand. */
    Optional<LedgerIdentity> expired(Party party, Role role);

    /** Has the organisation's authority revoke a certificate; when this returns, the channel's members heed it. */
    default void revoke(People people, Party party, LedgerIdentity identity) {
        Revocation revocation = Revocation.of(identity.certificate(), RevocationReason.KEY_COMPROMISE);
        people.authority(party).revoke(people.registrar(party), revocation);
    }
}
