package org.voltrail.contract.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatchReceipt;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Level;
import org.voltrail.model.json.CanonicalJson;

class ChaincodeServiceTest {
    private static final ChaincodeAdditionalParams PLAIN = ChaincodeAdditionalParams.getDefaultInstance();
    private static final Map<String, byte[]> STATE = Map.of(
            Keys.participant("ManufacturerMSP"),
            CanonicalJson.write(new Participant(
                    "ManufacturerMSP", "M", Set.of(Role.MANUFACTURER), "RegulatorMSP", "EU", null, null, null, "2026-01-01T00:00:00Z", false)));

    private final Scene scene = new Scene();
    private ChaincodeService service;

    @BeforeEach
    void start() throws IOException {
        service = ChaincodeService.start(List.of(endpoint("voltrail_1:aa"), endpoint("voltrail_1:bb")), null, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Endpoint endpoint(String packageId) {
        return new Endpoint(packageId, new InetSocketAddress("127.0.0.1", 0));
    }

    @Test
    void eachServerRegistersAsItsOwnPackage() throws Exception {
        try (FakePeer first = peer(0, PLAIN); FakePeer second = peer(1, PLAIN)) {
            assertThat(first.registeredAs()).contains("voltrail_1:aa");
            assertThat(second.registeredAs()).contains("voltrail_1:bb");
        }
    }

    @Test
    void aPeerThatTakesBatchesGetsTheSameWritesInTwoRoundTrips() throws Exception {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("once", new BatteryCommand.Register(scene.registration(Level.PACK))));
        try (FakePeer plain = peer(0, PLAIN); FakePeer batching = peer(1, FakePeer.batching(1_000))) {
            ChaincodeMessage one = plain.simulate(MAKER, "tx", "battery:register", argument);
            ChaincodeMessage other = batching.simulate(MAKER, "tx", "battery:register", argument);

            assertThat(other.getPayload()).isEqualTo(one.getPayload());
            assertThat(other.getChaincodeEvent()).isEqualTo(one.getChaincodeEvent());
            assertThat(batching.writes()).isEqualTo(plain.writes()).hasSize(4);
            assertThat(plain.count(Type.GET_STATE)).isEqualTo(3);
            assertThat(batching.count(Type.GET_STATE_MULTIPLE)).isEqualTo(1);
            assertThat(batching.count(Type.WRITE_BATCH_STATE)).isEqualTo(1);
            assertThat(batching.count(Type.GET_STATE) + batching.count(Type.PUT_STATE)).isZero();
            assertThat(CanonicalJson.read(FakePeer.response(one).getPayload().toByteArray(), BatteryReceipt.class).seq()).isEqualTo(1);
        }
    }

    @Test
    void batchesAreNoLargerThanThePeerTakes() throws Exception {
        List<BatteryRegistration> batteries = IntStream.range(0, 100).mapToObj(i -> scene.registration(Level.PACK)).toList();
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("once", new BatteryCommand.RegisterBatch(batteries)));
        try (FakePeer peer = peer(0, FakePeer.batching(90))) {
            ChaincodeMessage end = peer.simulate(MAKER, "tx", "battery:registerBatch", argument);

            assertThat(CanonicalJson.read(FakePeer.response(end).getPayload().toByteArray(), BatchReceipt.class).count()).isEqualTo(100);
            assertThat(peer.count(Type.GET_STATE_MULTIPLE)).isEqualTo(2);
            assertThat(peer.count(Type.WRITE_BATCH_STATE)).isEqualTo(4);
            assertThat(peer.writes()).hasSize(301);
        }
    }

    @Test
    void aRefusalIsAResponseWithTheTypedErrorAndWritesNothing() throws Exception {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("once", new BatteryCommand.Register(scene.registration(Level.PACK))));
        try (FakePeer peer = peer(0, FakePeer.batching(1_000))) {
            ChaincodeMessage end = peer.simulate(CARRIER, "tx", "battery:register", argument);

            assertThat(end.getType()).isEqualTo(Type.COMPLETED);
            assertThat(FakePeer.response(end).getStatus()).isEqualTo(500);
            assertThat(CanonicalJson.readError(FakePeer.response(end).getMessage()).code()).isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT);
            assertThat(peer.writes()).isEmpty();
        }
    }

    @Test
    void aPeerMayComeBackAfterABreak() throws Exception {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("once", new BatteryCommand.Register(scene.registration(Level.PACK))));
        peer(0, PLAIN).close();
        try (FakePeer again = peer(0, FakePeer.batching(1_000))) {
            assertThat(again.simulate(MAKER, "tx", "battery:register", argument).getType()).isEqualTo(Type.COMPLETED);
        }
    }

    @Test
    void aTransactionThatDatesBackIsNotEndorsed() throws Exception {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("once", new BatteryCommand.Register(scene.registration(Level.PACK))));
        try (ChaincodeService strict = ChaincodeService.start(List.of(endpoint("p:1")), null, Duration.ofSeconds(1));
                FakePeer peer = new FakePeer(strict.addresses().get(0), STATE, PLAIN)) {
            peer.awaitReady();
            ChaincodeMessage end = peer.simulate(MAKER, "tx", "battery:register", argument);

            assertThat(CanonicalJson.readError(FakePeer.response(end).getMessage()).code()).isEqualTo(ErrorCode.CLOCK_SKEW);
        }
    }

    @Test
    void aPeerWithACertificateIsServedOverTlsAndNobodyElse(@TempDir Path folder) throws Exception {
        TlsMaterial material = TlsMaterial.in(folder);
        try (ChaincodeService secure = ChaincodeService.start(List.of(endpoint("p:1")), material.server())) {
            try (FakePeer peer = new FakePeer(material.client(secure.addresses().get(0), true), STATE, PLAIN)) {
                peer.awaitReady();
            }
            try (FakePeer stranger = new FakePeer(material.client(secure.addresses().get(0), false), STATE, PLAIN)) {
                assertThatThrownBy(stranger::awaitReady).hasMessageContaining("UNAVAILABLE");
            }
        }
    }

    @Test
    void manyTransactionsAreSimulatedAtATime() throws Exception {
        try (FakePeer peer = peer(0, FakePeer.batching(1_000))) {
            List<Thread> clients = IntStream.range(0, 100).mapToObj(i -> client(peer, i)).toList();
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }
            assertThat(peer.writes()).hasSize(400);
        }
    }

    private Thread client(FakePeer peer, int number) {
        byte[] argument =
                CanonicalJson.write(new CommandEnvelope<>("cmd-" + number, new BatteryCommand.Register(scene.registration(Level.PACK))));
        return new Thread(() -> {
            try {
                peer.simulate(MAKER, "tx-" + number, "battery:register", argument);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void anEndpointIsAPackageAndAnAddress() {
        Endpoint endpoint = Endpoint.parse("voltrail_1:abc=127.0.0.1:9999");

        assertThat(endpoint.packageId()).isEqualTo("voltrail_1:abc");
        assertThat(endpoint.address()).isEqualTo(new InetSocketAddress("127.0.0.1", 9999));
        assertThatThrownBy(() -> Endpoint.parse("127.0.0.1:9999")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Main.endpoints(new String[0], Map.of("CORE_CHAINCODE_ID_NAME", "p:1", "CHAINCODE_SERVER_ADDRESS", "0.0.0.0:7")))
                .containsExactly(new Endpoint("p:1", new InetSocketAddress("0.0.0.0", 7)));
        assertThat(Main.endpoints(new String[0], Map.of("VOLTRAIL_CHAINCODE", "p:1=h:1, q:2=h:2"))).hasSize(2);
    }

    private FakePeer peer(int server, ChaincodeAdditionalParams abilities) throws Exception {
        FakePeer peer = new FakePeer(service.addresses().get(server), STATE, abilities);
        peer.awaitReady();
        return peer;
    }
}
