package org.voltrail.cli.identity;

import java.util.Map;
import org.voltrail.client.identity.LedgerIdentity;

/**
 * What is shown of an identity; never its key.
 *
 * @param label in the wallet
 * @param mspId organisation
 * @param name enrolment name
 * @param attributes from the certificate
 * @param expires end of the certificate, ISO 8601 UTC
 * @param serial serial number of the certificate, hexadecimal
 */
record IdentityLine(String label, String mspId, String name, Map<String, String> attributes, String expires, String serial) {

    /** Attribute that holds the roles on the ledger. */
    static final String ROLES = "voltrail.role";

    static IdentityLine of(String label, LedgerIdentity identity) {
        return new IdentityLine(label, identity.mspId(), identity.name(), identity.attributes(), identity.expires().toString(),
                identity.certificate().getSerialNumber().toString(16));
    }

    String roles() {
        return attributes.getOrDefault(ROLES, "-");
    }

    String sentence(String verb) {
        return verb + " " + label + ": " + mspId + ", " + name + ", roles " + roles() + ", valid until " + expires + ".";
    }
}
