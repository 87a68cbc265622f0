package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.Organisation;
import org.voltrail.client.profile.Peer;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** The way to the preferred peer breaks while commands are under way; the second way leads to the same peer. */
@OnNetwork
final class FailoverScenario {
    private static final ClientOptions PATIENT =
            ClientOptions.DEFAULT.withRetry(RetryPolicy.DEFAULT.withAttempts(60).withPauses(Duration.ofMillis(20), Duration.ofMillis(500)));

    private TcpForwarder way;
    private ConnectionProfile profile;
    private People people;

    @BeforeEach
    void layTheWay(People everyone, ScenarioNetwork network) throws IOException {
        people = everyone;
        profile = network.profile();
        Peer peer = direct();
        way = TcpForwarder.to(peer.host(), peer.port());
    }

    @AfterEach
    void closeTheWay() {
        way.close();
    }

    @Test
    void commandsGoOnThroughTheOtherWayAndEachHasOneEffect() {
        try (VoltrailClient client = connect(List.of(detour(), direct()))) {
            List<CompletableFuture<Committed<BatteryReceipt>>> outcomes = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                outcomes.add(client.submit(new BatteryCommand.Register(Batteries.pack())).toCompletableFuture());
                if (i == 30) {
                    outcomes.get(0).join();
                    way.breakOff();
                }
            }

            outcomes.forEach(outcome -> assertThat(seq(client, outcome.join())).isEqualTo(1));
            assertThat(client.peers()).extracting(PeerStatus::reachable).last().isEqualTo(true);
        }
    }

    private static long seq(VoltrailClient client, Committed<BatteryReceipt> committed) {
        return client.evaluate(new BatteryQuery.Get(committed.result().battery())).seq();
    }

    @Test
    void aReaderOfEventsMissesNothingAndSeesNothingTwice() {
        try (VoltrailClient client = connect(List.of(detour()));
                VoltrailClient steady = connect(List.of(direct()));
                LedgerReader<EventRecord> reader = client.events().read(StartPosition.newest())) {
            List<String> committed = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                committed.add(registered(steady));
                way.breakOff();
                committed.add(registered(steady));
                way.restore();
            }

            List<String> seen = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                reader.poll(Duration.ofSeconds(1)).map(EventRecord::transactionId).filter(committed::contains).ifPresent(seen::add);
                return seen.size() >= committed.size();
            });
            assertThat(seen).isEqualTo(committed);
        }
    }

    private static String registered(VoltrailClient client) {
        return client.submitAndWait(new BatteryCommand.Register(Batteries.pack())).transactionId();
    }

    @Test
    void theOnlyWayIsWaitedFor() {
        try (VoltrailClient client = connect(List.of(detour()))) {
            way.breakOff();
            CompletableFuture<Committed<BatteryReceipt>> outcome =
                    client.submit(new BatteryCommand.Register(Batteries.pack())).toCompletableFuture();
            way.restore();

            assertThat(outcome).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    private VoltrailClient connect(List<Peer> peers) {
        Map<String, Peer> byName = new LinkedHashMap<>(profile.peers());
        peers.forEach(peer -> byName.put(peer.name(), peer));
        Map<String, Organisation> organisations = new LinkedHashMap<>(profile.organisations());
        Organisation organisation = profile.organisationOfMsp(Party.MANUFACTURER.msp());
        organisations.put(organisation.name(), new Organisation(
                organisation.name(), organisation.mspId(), peers.stream().map(Peer::name).toList(), organisation.certificateAuthorities()));
        ConnectionProfile chosen = new ConnectionProfile(
                profile.name(), null, organisations, byName, profile.certificateAuthorities(), profile.channels());
        return VoltrailClient.connect(chosen, people.enrol(Party.MANUFACTURER, Role.MANUFACTURER), PATIENT);
    }

    private Peer direct() {
        return profile.peersOf(profile.organisationOfMsp(Party.MANUFACTURER.msp())).get(0);
    }

    private Peer detour() {
        Peer peer = direct();
        return new Peer(
                "detour", "localhost", way.port(), peer.tls(), peer.trustedCertificates(),
                peer.override().orElse(peer.host()), peer.keepAlive(), peer.maxMessageBytes());
    }
}
