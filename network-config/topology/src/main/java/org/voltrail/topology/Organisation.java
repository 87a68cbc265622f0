package org.voltrail.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with peers.
 *
 * @param name name in configuration files and folders, for example {@code CarrierOrg}
 * @param id short name in lower case for hosts, affiliations and namespaces
 * @param mspId id of its membership service provider
 * @param title name as in the trade register, for the participant register
 * @param jurisdiction ISO 3166-1 alpha-2 code, or {@code EU}, for the participant register
 * @param ports first of the hundred ports that its processes take when they run natively
 * @param peers names of its peers, {@code peer0} upwards
 * @param roles what it may do by the participant register
 * @param users whom its certificate authority enrols besides the administrator
 * @param accreditations what the accreditation register grants it from the start
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Organisation(
        String name,
        String id,
        String mspId,
        String title,
        String jurisdiction,
        int ports,
        List<String> peers,
        List<String> roles,
        List<User> users,
        List<Accreditation> accreditations) {
    /** Copies the lists; one that is not given is empty. */
    public Organisation {
        peers = copy(peers);
        roles = copy(roles);
        users = copy(users);
        accreditations = copy(accreditations);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
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
        return new Organisation(name, id, mspId, title, jurisdiction, ports, more, roles, users, accreditations);
    }

    Organisation shifted(int offset) {
        return new Organisation(name, id, mspId, title, jurisdiction, ports + offset, peers, roles, users, accreditations);
    }

    /**
     * A person or a program.
     *
     * @param name enrolment name, unique in the network
     * @param roles value of the certificate's attribute {@code voltrail.role}
     */
    public record User(String name, List<String> roles) {
        /** Copies the list. */
        public User {
            roles = copy(roles);
        }
    }

    /**
     * An entry of the accreditation register.
     *
     * @param scope what for, for example {@code recycling}
     * @param number number of the certificate
     * @param body who accredited it
     * @param validFrom first day, ISO 8601
     * @param validUntil last day, ISO 8601
     */
    public record Accreditation(String scope, String number, String body, String validFrom, String validUntil) {}
}
