package org.voltrail.client.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.MemoryWallet;
import org.voltrail.client.testing.Certificates;

class RenewalTest {
    private final LedgerIdentity old = identity(Duration.ofDays(10));
    private final LedgerIdentity fresh = identity(Duration.ofDays(365));
    private final MemoryWallet wallet = new MemoryWallet();

    private static LedgerIdentity identity(Duration validity) {
        KeyPair keys = KeyPairs.generate();
        return LedgerIdentity.of("ManufacturerMSP", Certificates.certificate(keys, "clerk", validity, ""), keys.getPrivate());
    }

    private Renewal renewal(Duration ahead, Instant now) {
        FabricCa ca = (FabricCa) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FabricCa.class},
                (proxy, method, arguments) -> new Enrolment(fresh, new CaInfo("ca", List.of(), "")));
        return new Renewal(ca, ahead, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aCertificateThatEndsSoonIsRenewedAndKept() {
        wallet.put("clerk", old);

        assertThat(renewal(Duration.ofDays(30), Instant.now()).upToDate(wallet, "clerk")).contains(fresh);
        assertThat(wallet.get("clerk")).contains(fresh);
    }

    @Test
    void aCertificateThatHasLongToGoIsLeftAlone() {
        wallet.put("clerk", old);

        assertThat(renewal(Duration.ofDays(5), Instant.now()).upToDate(wallet, "clerk")).contains(old);
    }

    @Test
    void aCertificateThatHasEndedCannotBeRenewed() {
        assertThat(renewal(Duration.ofDays(30), Instant.now().plus(Duration.ofDays(11))).isDue(old)).isFalse();
    }

    @Test
    void nobodyIsRenewedUnderAnUnknownLabel() {
        assertThat(renewal(Duration.ofDays(30), Instant.now()).upToDate(wallet, "nobody")).isEmpty();
    }
}
