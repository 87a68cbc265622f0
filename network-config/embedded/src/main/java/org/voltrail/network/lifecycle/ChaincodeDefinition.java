package org.voltrail.network.lifecycle;

import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;

/** A committed chaincode definition on a channel. {@code collections} are the explicit ones; implicit organisation collections come on top. */
public record ChaincodeDefinition(
        String name,
        String version,
        long sequence,
        ApplicationPolicy endorsementPolicy,
        CollectionConfigPackage collections,
        boolean initRequired) {}
