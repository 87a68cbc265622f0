package org.voltrail.network.transport;

/**
 * What an endpoint shows its clients.
 *
 * @param certificateChain PEM, the endpoint's own certificate first
 * @param privateKey PEM, PKCS#8
 */
public record TlsIdentity(String certificateChain, String privateKey) {
    @Override
    public String toString() {
        return "TlsIdentity[]";
    }
}
