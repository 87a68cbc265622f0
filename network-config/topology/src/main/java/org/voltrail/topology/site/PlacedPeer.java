package org.voltrail.topology.site;

/**
 * A peer.
 *
 * @param name {@code peer0}, {@code peer1}, …
 * @param place where it lives
 * @param port of its service
 * @param chaincodePort where chaincode that the peer itself starts would call; not used with chaincode as a service
 * @param services ports that the chaincode service takes in turns
 */
public record PlacedPeer(String name, Place place, int port, int chaincodePort, Services services) {
    /** As others dial it. */
    public String address() {
        return place.host() + ":" + port;
    }

    /**
     * Ports of the peer's chaincode service.
     *
     * @param odd for odd sequence numbers
     * @param even for even sequence numbers
     */
    public record Services(int odd, int even) {}
}
