package org.voltrail.network.chaincode;

/** A committed chaincode definition and the package that runs it on this peer. */
public record RunnableChaincode(String name, String version, boolean initRequired, String packageId) {}
