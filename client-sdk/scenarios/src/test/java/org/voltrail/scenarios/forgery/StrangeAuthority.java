package org.voltrail.scenarios.forgery;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.model.Role;
import org.voltrail.model.json.WireNames;
import org.voltrail.network.ca.CertificateAuthority;
import org.voltrail.network.ca.CertificateSpec;

/** A certificate authority that is in no channel's configuration, but issues what looks like an enrolment certificate. */
public final class StrangeAuthority {
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final CertificateAuthority authority =
            CertificateAuthority.create("ca.strange.example", "Strange", VALIDITY, Clock.systemUTC()).authority();

    /** Somebody with a role, said to be of an organisation. */
    public LedgerIdentity certify(String mspId, Role role) {
        KeyPair keys = KeyPairs.generate();
        X509Certificate certificate = authority.issue(new CertificateSpec(
                new X500Name("CN=stranger,OU=client"), keys.getPublic(), CertificateSpec.Usage.SIGNING, VALIDITY,
                Map.of("voltrail.role", WireNames.of(role)), List.of()));
        return LedgerIdentity.of(mspId, certificate, keys.getPrivate());
    }
}
