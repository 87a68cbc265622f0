package org.voltrail.scenarios.network;

import org.voltrail.client.profile.ConnectionProfile;

/**
 * A running network with the chaincode deployed. Scenarios see nothing else of it than any client sees: a connection profile with
 * all organisations, their peers, authorities and registrars.
 */
public interface ScenarioNetwork {
    ConnectionProfile profile();
}
