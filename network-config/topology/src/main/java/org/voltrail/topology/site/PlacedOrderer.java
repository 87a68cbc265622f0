package org.voltrail.topology.site;

/**
 * An ordering node.
 *
 * @param name {@code orderer0}, {@code orderer1}, …
 * @param place where it lives
 * @param port of its service
 * @param admin port of channel participation
 * @param certificates folder with its TLS certificate on the machine that prepares the network
 */
public record PlacedOrderer(String name, Place place, int port, int admin, String certificates) {
    /** As others dial it. */
    public String address() {
        return place.host() + ":" + port;
    }
}
