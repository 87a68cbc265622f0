package org.voltrail.client.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Wallet;

/**
 * Keeps the certificates of a wallet from running out. A certificate that has ended can no longer be renewed, only enrolled anew.
 *
 * <pre>{@code
 * LedgerIdentity clerk = new Renewal(ca, Duration.ofDays(30)).upToDate(wallet, "clerk").orElseThrow();
 * }</pre>
 */
public final class Renewal {
    private final FabricCa ca;
    private final Duration ahead;
    private final Clock clock;

    /**
     * Renewals at an authority.
     *
     * @param ahead how long before its end a certificate is renewed
     */
    public Renewal(FabricCa ca, Duration ahead) {
        this(ca, ahead, Clock.systemUTC());
    }

    /** Renewals at an authority, by a clock. */
    public Renewal(FabricCa ca, Duration ahead, Clock clock) {
        this.ca = ca;
        this.ahead = ahead;
        this.clock = clock;
    }

    /** Whether an identity's certificate ends soon enough to renew it, and has not ended. */
    public boolean isDue(LedgerIdentity identity) {
        return identity.expiresWithin(ahead, clock.instant()) && !identity.expiresWithin(Duration.ZERO, clock.instant());
    }

    /**
     * An identity from a wallet, renewed with a fresh key and kept in the wallet first if that is due. The old certificate stays valid
     * until its end.
     *
     * @return empty if there is none under the label
     * @throws CaException if renewal is due and fails
     */
    public Optional<LedgerIdentity> upToDate(Wallet wallet, String label) {
        return wallet.get(label).map(identity -> isDue(identity) ? renewed(wallet, label, identity) : identity);
    }

    private LedgerIdentity renewed(Wallet wallet, String label, LedgerIdentity identity) {
        LedgerIdentity fresh = ca.renew(identity).identity();
        wallet.put(label, fresh);
        return fresh;
    }
}
