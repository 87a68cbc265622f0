package org.voltrail.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An organisation with peers.
 *
 * @param name name in configuration files and folders, for example {@code CarrierOrg}
 * @param id short name in lower case for hosts, affiliations and namespaces
 * @param mspId id of its membership service provider
 * @param ports first of the hundred ports that its processes take when they run natively
 * @param peers names of its peers, {@code peer0} upwards
 * @param roles what it may do by the participant register
 * @param users whom its certificate authority enrols besides the administrator
 */
public record Organisation(
        String name, String id, String mspId, int ports, List<String> peers, List<String> roles, List<User> users) {
    /** Copies the lists. */
    public Organisation {
        peers = List.copyOf(peers);
        roles = List.copyOf(roles);
        users = List.copyOf(users);
    }

    /** Whether a person may mean this organisation by a word. */
    public boolean isCalled(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals(id) || lower.equals(name.toLowerCase(Locale.ROOT)) || lower.equals(mspId.toLowerCase(Locale.ROOT));
    }

    /** The same organisation with one peer more. */
    public Organisation withAnotherPeer() {
        List<String> more = new ArrayList<>(peers);
        more.add("peer" + peers.size());
        return new Organisation(name, id, mspId, ports, more, roles, users);
    }

    Organisation shifted(int offset) {
        return new Organisation(name, id, mspId, ports + offset, peers, roles, users);
    }

    /**
     * A person or a program.
     *
     * @param name enrolment name within the organisation
     * @param roles value of the certificate's attribute {@code voltrail.role}
     */
    public record User(String name, List<String> roles) {
        /** Copies the list. */
        public User {
            roles = List.copyOf(roles);
        }
    }
}
