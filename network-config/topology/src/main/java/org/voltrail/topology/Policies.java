package org.voltrail.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The channel's policies. Those of the channel, its orderer and its application part count the organisations' own policies of
 * a name ({@code MAJORITY Admins}); those of an organisation name the node roles one of which a signer must have.
 *
 * @param channel of the channel itself
 * @param orderer of the ordering service
 * @param application of the peers' organisations together
 * @param peerOrganisation of each organisation with peers
 * @param ordererOrganisation of the orderer organisation
 */
public record Policies(
        Map<String, String> channel,
        Map<String, String> orderer,
        Map<String, String> application,
        Map<String, List<String>> peerOrganisation,
        Map<String, List<String>> ordererOrganisation) {
    /** Copies the maps, keeping their order. */
    public Policies {
        channel = ordered(channel);
        orderer = ordered(orderer);
        application = ordered(application);
        peerOrganisation = ordered(peerOrganisation);
        ordererOrganisation = ordered(ordererOrganisation);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A policy that any of the node roles of an MSP satisfies, in Fabric's language: {@code OR('A.admin','A.peer')}. */
    public static String anyOf(String mspId, List<String> nodeRoles) {
        return "OR(" + String.join(",", nodeRoles.stream().map(role -> "'" + mspId + "." + role + "'").toList()) + ")";
    }
}
