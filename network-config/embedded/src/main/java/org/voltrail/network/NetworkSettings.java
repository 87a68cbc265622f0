package org.voltrail.network;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.voltrail.network.channel.BatchSettings;

/**
 * How a network is to start. What a network that exists already was made with counts for more.
 *
 * @param data its data folder
 * @param channel the channel's id
 * @param organisations the organisations with peers
 * @param peersEach how many peers each of them has
 * @param host the host name under which all parts are reached
 * @param listen the address that all parts listen on
 * @param portBase the first port; 0 for free ports
 * @param batch how the orderer cuts blocks
 * @param chaincodeTimeout how long a chaincode may take for one execution
 */
record NetworkSettings(
        Path data,
        String channel,
        List<OrganisationName> organisations,
        int peersEach,
        String host,
        String listen,
        int portBase,
        BatchSettings batch,
        Duration chaincodeTimeout,
        Clock clock) {
    NetworkSettings {
        organisations = List.copyOf(organisations);
    }
}
