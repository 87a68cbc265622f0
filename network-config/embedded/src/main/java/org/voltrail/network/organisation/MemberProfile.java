package org.voltrail.network.organisation;

import java.util.HashMap;
import java.util.Map;

/**
 * A member that an organisation is to have.
 *
 * @param name its name within the organisation, {@code peer0} or {@code User1} say
 * @param role what it is
 * @param attributes attributes for its certificate, {@code voltrail.role} say
 */
public record MemberProfile(String name, Role role, Map<String, String> attributes) {
    public MemberProfile {
        attributes = Map.copyOf(attributes);
    }

    public static MemberProfile peer(String name) {
        return new MemberProfile(name, Role.PEER, Map.of());
    }

    public static MemberProfile orderer(String name) {
        return new MemberProfile(name, Role.ORDERER, Map.of());
    }

    /** An administrator; may also register, change and revoke members at the organisation's authority. */
    public static MemberProfile admin(String name) {
        return new MemberProfile(name, Role.ADMIN, Map.of());
    }

    public static MemberProfile client(String name, Map<String, String> attributes) {
        return new MemberProfile(name, Role.CLIENT, attributes);
    }

    /** The same with one more attribute. */
    public MemberProfile withAttribute(String attribute, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(attribute, value);
        return new MemberProfile(name, role, more);
    }
}
