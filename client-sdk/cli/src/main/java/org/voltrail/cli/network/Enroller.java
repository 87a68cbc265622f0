package org.voltrail.cli.network;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.client.enrolment.CaErrorCode;
import org.voltrail.client.enrolment.CaRefusedException;
import org.voltrail.client.enrolment.EnrolmentRequest;
import org.voltrail.client.enrolment.FabricCa;
import org.voltrail.client.enrolment.MemberChange;
import org.voltrail.client.enrolment.Registration;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.CertificateAuthority;
import org.voltrail.client.profile.Organisation;

/**
 * Gets users their identities: registered at their organisation's authority by the registrar that the connection profile names,
 * enrolled, and kept in the wallet. What is in the wallet and still valid is used again.
 */
final class Enroller {

    private static final String ROLES = "voltrail.role";

    private final Session session;
    private final Clock clock;
    private final Map<String, LedgerIdentity> registrars = new HashMap<>();

    Enroller(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The user's identity; {@code enrolled} is run if it had to be enrolled. */
    LedgerIdentity identity(NetworkPlan.User user, Runnable enrolled) {
        Optional<LedgerIdentity> kept = session.wallet().get(user.label()).filter(identity -> usable(identity, user));
        return kept.orElseGet(() -> {
            LedgerIdentity identity = enrol(user);
            session.wallet().put(user.label(), identity);
            enrolled.run();
            return identity;
        });
    }

    private boolean usable(LedgerIdentity identity, NetworkPlan.User user) {
        return identity.mspId().equals(user.msp())
                && user.roles().equals(identity.attributes().get(ROLES))
                && !identity.expiresWithin(Duration.ofHours(1), Instant.now(clock));
    }

    private LedgerIdentity enrol(NetworkPlan.User user) {
        Organisation organisation = session.organisation(user.msp());
        FabricCa authority = session.authority(organisation);
        LedgerIdentity registrar = registrars.computeIfAbsent(user.msp(), msp -> registrar(organisation, authority));
        String secret = secret();
        register(authority, registrar, user, secret);
        return authority.enrol(EnrolmentRequest.of(user.label(), secret).withAttribute(ROLES)).identity();
    }

    private LedgerIdentity registrar(Organisation organisation, FabricCa authority) {
        CertificateAuthority.Registrar registrar = session.profile().certificateAuthorityOf(organisation).registrar();
        if (registrar == null) {
            throw new CliException(ExitCode.LOCAL, "The connection profile names no registrar for " + organisation.name() + ".",
                    "Have its users registered with \"voltrail identity register\" and enrol them with \"voltrail identity enrol\".");
        }
        return authority.enrol(EnrolmentRequest.of(registrar.enrollId(), registrar.enrollSecret())).identity();
    }

    /** A user whom the authority knows from before, but who is not in this wallet, gets a new secret. */
    private static void register(FabricCa authority, LedgerIdentity registrar, NetworkPlan.User user, String secret) {
        try {
            authority.register(registrar, Registration.client(user.label())
                    .withSecret(secret).withMaxEnrolments(-1).withAttribute(ROLES, user.roles()));
        } catch (CaRefusedException e) {
            if (e.error() != CaErrorCode.MEMBER_EXISTS) {
                throw e;
            }
            authority.change(registrar, MemberChange.of(user.label()).withSecret(secret).withAttribute(ROLES, user.roles()));
        }
    }

    private static String secret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
