package org.voltrail.topology;

/**
 * Releases of Hyperledger Fabric, as {@code major.minor.patch}.
 *
 * @param release peers, orderers and tools that the network is tested with
 * @param minimum oldest that will do
 * @param caRelease certificate authority that the network is tested with
 * @param caMinimum oldest certificate authority that will do
 */
public record FabricRelease(String release, String minimum, String caRelease, String caMinimum) {}
