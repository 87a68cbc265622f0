package org.voltrail.network.lifecycle;

import java.util.Optional;

/** The chaincode definitions in force, as of the state that the caller is looking at. */
@FunctionalInterface
public interface ChaincodeDefinitions {
    Optional<ChaincodeDefinition> find(String chaincodeName);
}
