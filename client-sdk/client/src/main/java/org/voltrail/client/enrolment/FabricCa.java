package org.voltrail.client.enrolment;

import java.security.cert.X509CRL;
import java.util.List;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.CertificateAuthority;

/**
 * A certificate authority. Its methods wait for the answer and are thread-safe. Each may throw {@link CaRefusedException} with the
 * authority's own error code, or {@link CaUnreachableException}.
 *
 * <p>The server's TLS certificate is always checked; {@code httpOptions.verify} of a connection profile is not obeyed.
 */
public interface FabricCa {
    /**
     * The authority that a connection profile describes. Makes no connection yet.
     *
     * @param mspId the organisation whose members it certifies
     */
    static FabricCa at(CertificateAuthority authority, String mspId) {
        return new RestFabricCa(authority, mspId);
    }

    /** Who the authority is. Needs no identity. */
    CaInfo info();

    /** Has a fresh key, or the caller's, certified against name and secret. */
    Enrolment enrol(EnrolmentRequest request);

    /** Renews an identity with a fresh key and the attributes it has now. */
    default Enrolment renew(LedgerIdentity identity) {
        return renew(identity, RenewalRequest.FRESH_KEY);
    }

    /** Renews an identity; its present certificate must still be valid. */
    Enrolment renew(LedgerIdentity identity, RenewalRequest request);

    /**
     * Makes a new member known, who may then enrol.
     *
     * @param registrar who has the right to
     * @return the secret to enrol with
     */
    String register(LedgerIdentity registrar, Registration registration);

    /**
     * Revokes certificates. The network honours it once the revocation list is in the channel's configuration.
     *
     * @param revoker who has the right to
     */
    Revoked revoke(LedgerIdentity revoker, Revocation revocation);

    /**
     * Makes a revocation list of all certificates that are revoked and not yet expired.
     *
     * @param identity who has the right to
     */
    default X509CRL generateCrl(LedgerIdentity identity) {
        return generateCrl(identity, CrlRequest.ALL);
    }

    /** Makes a revocation list of the certificates that the request describes. */
    X509CRL generateCrl(LedgerIdentity identity, CrlRequest request);

    /** The members that the registrar may see. */
    List<Member> members(LedgerIdentity registrar);

    /** One member by its enrolment name. */
    Member member(LedgerIdentity registrar, String name);

    /** Changes a member's type, affiliation, attributes, secret or number of enrolments. */
    Member change(LedgerIdentity registrar, MemberChange change);

    /** Removes a member; the authority must allow removal. Its certificates stay valid until revoked. */
    Member remove(LedgerIdentity registrar, String name);
}
