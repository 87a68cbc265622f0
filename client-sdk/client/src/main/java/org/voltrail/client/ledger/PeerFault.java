package org.voltrail.client.ledger;

/**
 * What one peer or orderer said when it failed.
 *
 * @param address host and port
 * @param mspId its organisation
 * @param message its words
 */
public record PeerFault(String address, String mspId, String message) {
    @Override
    public String toString() {
        return mspId + " " + address + ": " + message;
    }
}
