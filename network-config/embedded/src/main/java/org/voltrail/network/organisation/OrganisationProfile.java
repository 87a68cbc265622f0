package org.voltrail.network.organisation;

import java.util.List;

/**
 * An organisation that is to be made.
 *
 * @param name its name in a channel's configuration, {@code ManufacturerOrg} say
 * @param mspId its MSP id, {@code ManufacturerMSP} say
 * @param domain the domain that its members' names end in, {@code manufacturer.example.com} say
 * @param members its first members
 * @param hosts names and addresses that its servers are reached by, besides their own names
 */
public record OrganisationProfile(String name, String mspId, String domain, List<MemberProfile> members, List<String> hosts) {
    /** A server on this machine only. */
    public static final List<String> LOCAL_HOSTS = List.of("localhost", "127.0.0.1", "::1");

    public OrganisationProfile {
        members = List.copyOf(members);
        hosts = List.copyOf(hosts);
    }
}
