package org.voltrail.network.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;
import static org.voltrail.network.ledger.fixture.ChannelFixture.anyOf;
import static org.voltrail.network.ledger.fixture.ChannelFixture.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;

class PrivateDataLedgerTest {
    @TempDir
    Path directory;

    private ChannelFixture channel;

    @BeforeEach
    void deploy() {
        channel = ChannelFixture.in(directory);
        channel.deploy(collection("deal", "Org1MSP", "Org2MSP").build(), collection("brief", "Org1MSP").setBlockToLive(2).build());
    }

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void membersReadThePlaintext() {
        put("deal", "price", "42");

        assertThat(read("Org1MSP", "deal", "price")).isEqualTo("42");
        assertThat(read("Org2MSP", "deal", "price")).isEqualTo("42");
    }

    @Test
    void aBlocksPrivateDataAreGivenToMembersOnly() {
        put("deal", "price", "42");
        long block = channel.ledger().height() - 1;

        assertThat(channel.ledger().privateData(block, "Org2MSP")).containsOnlyKeys(0);
        assertThat(channel.ledger().privateData(block, "Org3MSP")).isEmpty();
    }

    @Test
    void privateDataAreThereAfterReopening() {
        put("deal", "price", "42");

        channel.reopen();

        assertThat(read("Org2MSP", "deal", "price")).isEqualTo("42");
    }

    @Test
    void stagedDataOfATransactionThatHasNotComeSurviveARestart() {
        Envelope endorsed = channel.transaction(sim -> sim.putPrivateData(CHAINCODE, "deal", "price", bytes("42")));

        channel.reopen();
        channel.commit(endorsed);

        assertThat(read("Org1MSP", "deal", "price")).isEqualTo("42");
    }

    @Test
    void dataThatDoNotHashToWhatTheBlockSaysAreNotTaken() {
        SimulationResult honest = channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "deal", "price", bytes("42")));
        SimulationResult forged = channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "deal", "price", bytes("41")));
        var transaction = channel.newTransaction().results(honest.publicResults());
        channel.ledger().stagePrivateData(transaction.txId(), forged.privateResults());

        channel.commit(transaction.envelope());

        assertThat(channel.ledger().privateData(channel.ledger().height() - 1, "Org1MSP")).isEmpty();
    }

    @Test
    void ofDifferentStagedDataTheOnesInTheBlockAreTaken() {
        SimulationResult honest = channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "deal", "price", bytes("42")));
        SimulationResult forged = channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "deal", "price", bytes("41")));
        var transaction = channel.newTransaction().results(honest.publicResults());
        channel.ledger().stagePrivateData(transaction.txId(), forged.privateResults());
        channel.ledger().stagePrivateData(transaction.txId(), honest.privateResults());

        channel.commit(transaction.envelope());

        assertThat(read("Org1MSP", "deal", "price")).isEqualTo("42");
    }

    @Test
    void dataExpireWithTheBlockAfterTheirBlocksToLive() {
        put("brief", "note", "soon gone");
        for (int i = 0; i < 2; i++) {
            channel.submit(sim -> sim.putState(CHAINCODE, "tick", bytes("x")));
            assertThat(read("Org1MSP", "brief", "note")).isEqualTo("soon gone");
        }
        long written = channel.ledger().height() - 3;

        channel.submit(sim -> sim.putState(CHAINCODE, "tick", bytes("x")));

        assertThat(read("Org1MSP", "brief", "note")).isNull();
        assertThat(hash("brief", "note")).isNull();
        assertThat(channel.ledger().privateData(written, "Org1MSP")).isEmpty();
    }

    @Test
    void writingAgainProlongsTheLifeOfAKey() {
        put("brief", "note", "first");
        put("brief", "note", "second");
        channel.submit(sim -> sim.putState(CHAINCODE, "tick", bytes("x")));
        channel.submit(sim -> sim.putState(CHAINCODE, "tick", bytes("x")));

        assertThat(read("Org1MSP", "brief", "note")).isEqualTo("second");
    }

    @Test
    void anExpiredReadIsAConflict() {
        put("brief", "note", "soon gone");
        Envelope reader = channel.transaction(sim -> {
            sim.getPrivateData(CHAINCODE, "brief", "note");
            sim.putState(CHAINCODE, "seen", bytes("x"));
        });
        for (int i = 0; i < 3; i++) {
            channel.submit(sim -> sim.putState(CHAINCODE, "tick", bytes("x")));
        }

        assertThat(ChannelFixture.verdicts(channel.commit(reader))).containsExactly(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void aPurgedKeyIsGoneFromThePastToo() {
        put("deal", "price", "42");
        long first = channel.ledger().height() - 1;
        channel.submit(sim -> {
            sim.putPrivateData(CHAINCODE, "deal", "price", bytes("43"));
            sim.putPrivateData(CHAINCODE, "deal", "volume", bytes("7"));
        });
        long second = channel.ledger().height() - 1;

        channel.submit(sim -> sim.purgePrivateData(CHAINCODE, "deal", "price"));

        assertThat(read("Org1MSP", "deal", "price")).isNull();
        assertThat(read("Org1MSP", "deal", "volume")).isEqualTo("7");
        assertThat(plaintext(first)).doesNotContain("42");
        assertThat(plaintext(second)).doesNotContain("43").contains("volume");
    }

    @Test
    void aKeyWrittenAfterItsPurgeIsThere() {
        put("deal", "price", "42");
        channel.submit(sim -> sim.purgePrivateData(CHAINCODE, "deal", "price"));
        put("deal", "price", "44");

        assertThat(read("Org2MSP", "deal", "price")).isEqualTo("44");
    }

    @Test
    void changingOnlyThePolicyOfAPrivateKeyKeepsItsValueReadable() {
        put("deal", "price", "42");
        channel.submit(sim -> sim.setPrivateDataMetadata(
                CHAINCODE, "deal", "price", Map.of("VALIDATION_PARAMETER", anyOf("Org2MSP").toByteArray())));

        assertThat(read("Org1MSP", "deal", "price")).isEqualTo("42");
    }

    @Test
    void anImplicitCollectionBelongsToItsOrganisation() {
        put("_implicit_org_Org2MSP", "own", "x");

        assertThat(read("Org2MSP", "_implicit_org_Org2MSP", "own")).isEqualTo("x");
        assertThat(channel.ledger().privateData(channel.ledger().height() - 1, "Org1MSP")).isEmpty();
    }

    @Test
    void aPrivateRangeListsTheOrganisationsKeys() {
        channel.submit(sim -> {
            sim.putPrivateData(CHAINCODE, "deal", "a", bytes("1"));
            sim.putPrivateData(CHAINCODE, "deal", "b", bytes("2"));
            sim.putPrivateData(CHAINCODE, "deal", "c", bytes("3"));
        });

        channel.simulate("Org2MSP", sim -> {
            try (ResultsIterator<KeyValue> range = sim.getPrivateDataRange(CHAINCODE, "deal", "a", "c")) {
                assertThat(List.of(range.next().key(), range.next().key())).containsExactly("a", "b");
                assertThat(range.next()).isNull();
            }
        });
        channel.simulate("Org3MSP", sim -> assertThat(sim.getPrivateDataRange(CHAINCODE, "deal", "", "").next()).isNull());
    }

    @Test
    void noPlaintextStandsInTheBlocks() throws IOException {
        put("deal", "price", "a-very-secret-price");
        channel.close();

        try (Stream<Path> files = Files.walk(directory.resolve("blocks"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("a-very-secret-price");
            }
        }
    }

    @Test
    void stagedDataAreBounded() {
        channel.close();
        channel = ChannelFixture.in(directory, new LedgerSettings(1 << 20, 10_000)).noncesFrom(500);
        TxPvtReadWriteSet large =
                channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "deal", "k", new byte[3000])).privateResults();
        Envelope first = channel.transaction(sim -> sim.putPrivateData(CHAINCODE, "deal", "k", bytes("first")));
        for (int i = 0; i < 5; i++) {
            channel.ledger().stagePrivateData("tx" + i, large);
        }

        channel.commit(first);

        assertThat(channel.ledger().privateData(channel.ledger().height() - 1, "Org1MSP")).isEmpty();
    }

    private void put(String collection, String key, String value) {
        channel.submit(sim -> sim.putPrivateData(CHAINCODE, collection, key, bytes(value)));
    }

    private @Nullable String read(String mspId, String collection, String key) {
        String[] value = new String[1];
        channel.simulate(mspId, sim -> {
            byte[] bytes = sim.getPrivateData(CHAINCODE, collection, key);
            value[0] = bytes == null ? null : new String(bytes, UTF_8);
        });
        return value[0];
    }

    private byte @Nullable [] hash(String collection, String key) {
        byte[][] hash = new byte[1][];
        channel.simulate(sim -> hash[0] = sim.getPrivateDataHash(CHAINCODE, collection, key));
        return hash[0];
    }

    private String plaintext(long block) {
        return channel.ledger().privateData(block, "Org1MSP").values().stream()
                .map(set -> set.toByteString().toString(StandardCharsets.ISO_8859_1))
                .reduce("", String::concat);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
