package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.enrolment.FabricCa;
import org.voltrail.client.enrolment.Revocation;
import org.voltrail.client.enrolment.RevocationReason;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.StreamException;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.EvaluateException;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.scenarios.network.EmbeddedScenarioNetwork;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/**
 * Who was revoked is kept out. The embedded network puts an authority's revocation list into the channel's configuration by itself; on
 * another network its operators do.
 */
@OnNetwork
final class RevocationScenario {
    private static final ClientOptions AT_ONCE = ClientOptions.DEFAULT.withRetry(RetryPolicy.NONE);

    private FabricCa ca;
    private LedgerIdentity registrar;
    private LedgerIdentity clerk;
    private VoltrailClient client;

    @BeforeEach
    void enrol(People people, ScenarioNetwork network) {
        assumeThat(network).isInstanceOf(EmbeddedScenarioNetwork.class);
        ca = people.authority(Party.MANUFACTURER);
        registrar = people.registrar(Party.MANUFACTURER);
        clerk = people.enrol(Party.MANUFACTURER, Role.MANUFACTURER);
        client = VoltrailClient.connect(network.profile(), clerk, AT_ONCE);
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void aRevokedCertificateNeitherWritesNorReads(People people) {
        String battery = client.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();

        ca.revoke(registrar, Revocation.of(clerk.certificate(), RevocationReason.KEY_COMPROMISE));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThatThrownBy(() -> client.submitAndWait(new BatteryCommand.Register(Batteries.pack())))
                        .isInstanceOf(EndorseException.class));
        assertThatThrownBy(() -> client.evaluate(new BatteryQuery.Get(battery))).isInstanceOf(EvaluateException.class);
        try (LedgerReader<EventRecord> reader = client.events().read(StartPosition.oldest())) {
            assertThatThrownBy(reader::hasNext).isInstanceOf(StreamException.class);
        }
        assertThat(people.someoneOf(Party.MANUFACTURER).evaluate(new BatteryQuery.Get(battery)).id()).isEqualTo(battery);
    }

    @Test
    void whoWasRevokedComesBackWithANewRegistrationOnly(People people, ScenarioNetwork network) {
        ca.revoke(registrar, Revocation.ofMember(clerk.name(), RevocationReason.CESSATION_OF_OPERATION));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThatThrownBy(() -> client.height().toCompletableFuture().join()).hasCauseInstanceOf(EvaluateException.class));

        try (VoltrailClient successor = VoltrailClient.connect(
                network.profile(), people.enrol(Party.MANUFACTURER, Role.MANUFACTURER), AT_ONCE)) {
            assertThat(successor.submitAndWait(new BatteryCommand.Register(Batteries.pack())).attempts()).isEqualTo(1);
        }
    }
}
