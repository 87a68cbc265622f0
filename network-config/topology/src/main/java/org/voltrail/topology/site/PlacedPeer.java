package org.voltrail.topology.site;

/**
 * A peer.
 *
 * @param name {@code peer0}, {@code peer1}, …
 * @param place where it lives
 * @param port of its service
 * @param chaincodePort where chaincode that the peer itself starts would call; not used with chaincode as a service
 * @param odd chaincode service of every other version, beginning with the first
 * @param even chaincode service of the versions between, so that a new one can start beside the old one
 */
public record PlacedPeer(String name, Place place, int port, int chaincodePort, Service odd, Service even) {
    /** As others dial it. */
    public String address() {
        return place.host() + ":" + port;
    }

    /**
     * A chaincode service.
     *
     * @param host where the peer finds it
     * @param port where the peer finds it
     */
    public record Service(String host, int port) {
        /** As the peer dials it. */
        public String address() {
            return host + ":" + port;
        }
    }
}
