package org.voltrail.network.organisation;

import java.io.IOException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import org.voltrail.network.ca.CertificateAuthority;

/** Makes an organisation's authorities. */
final class AuthorityMaker {
    private static final Duration VALIDITY = Duration.ofDays(15 * 365);

    private AuthorityMaker() {}

    static CertificateAuthority make(Layout layout, String kind, OrganisationProfile profile, Clock clock) throws IOException {
        CertificateAuthority.NewAuthority made = CertificateAuthority.create(kind + "." + profile.domain(), profile.name(), VALIDITY, clock);
        layout.writeAuthority(kind, made.authority().certificate(), made.key());
        return made.authority();
    }
}
