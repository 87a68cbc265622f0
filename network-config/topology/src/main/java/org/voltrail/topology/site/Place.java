package org.voltrail.topology.site;

/**
 * Where a process lives.
 *
 * @param id unique in the network: name, dot, organisation's id
 * @param host host name at which others reach it
 * @param listen address that it listens on
 * @param operations port of its health and metrics, on {@code listen}
 * @param msp folder of its identity
 * @param tls folder of its TLS certificate and key
 * @param data folder of its ledger
 * @param config folder of its configuration
 */
public record Place(
        String id, String host, String listen, int operations, String msp, String tls, String data, String config) {}
