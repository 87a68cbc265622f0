package org.voltrail.network.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.ledger.fixture.ChannelFixture.Work;
import org.voltrail.network.rwset.TxRwSet;

/** What a transaction may do while it is simulated, and what is noted of it. */
class SimulatorRulesTest {
    @TempDir
    static Path directory;

    private static ChannelFixture channel;

    @BeforeAll
    static void deploy() {
        channel = ChannelFixture.in(directory);
        channel.deploy(
                ChannelFixture.collection("members", "Org1MSP", "Org2MSP").setMemberOnlyRead(true).setMemberOnlyWrite(true).build(),
                ChannelFixture.collection("open", "Org1MSP", "Org2MSP").build());
        channel.submit(sim -> {
            for (int i = 0; i < 120; i++) {
                sim.putState(CHAINCODE, "key%03d".formatted(i), new byte[] {1});
            }
            sim.putPrivateData(CHAINCODE, "open", "secret", "plain".getBytes(UTF_8));
        });
    }

    @AfterAll
    static void close() {
        channel.close();
    }

    @Test
    void aTransactionDoesNotReadItsOwnWrites() {
        channel.simulate(sim -> {
            sim.putState(CHAINCODE, "key000", new byte[] {2});
            sim.putState(CHAINCODE, "new", new byte[] {2});
            assertThat(sim.getState(CHAINCODE, "key000")).containsExactly(1);
            assertThat(sim.getState(CHAINCODE, "new")).isNull();
        });
    }

    @Test
    void anEmptyKeyCannotBeWritten() {
        assertRefused(sim -> sim.putState(CHAINCODE, "", new byte[] {1}), "key must not be an empty string");
        assertRefused(sim -> sim.putPrivateData(CHAINCODE, "open", "", new byte[] {1}), "key must not be an empty string");
    }

    @Test
    void aWriteCannotFollowAPagedQuery() {
        assertRefused(sim -> {
            sim.getStateRangePage(CHAINCODE, "", "", 10);
            sim.putState(CHAINCODE, "k", new byte[] {1});
        }, "txid [tx]: unsuppored transaction. Transaction has already performed a paginated query. Writes are not allowed");
    }

    @Test
    void aPagedQueryCannotFollowAWrite() {
        assertRefused(sim -> {
            sim.putState(CHAINCODE, "k", new byte[] {1});
            sim.getStateRangePage(CHAINCODE, "", "", 10);
        }, "txid [tx]: unsuppored transaction. Paginated queries are supported only in a read-only transaction");
    }

    @Test
    void aWriteCannotFollowAPrivateRangeQuery() {
        assertRefused(sim -> {
            sim.getPrivateDataRange(CHAINCODE, "open", "", "");
            sim.putState(CHAINCODE, "k", new byte[] {1});
        }, "txid [tx]: unsuppored transaction. Transaction has already performed queries on pvt data. Writes are not allowed");
    }

    @Test
    void aCollectionMustBeDefined() {
        assertRefused(sim -> sim.getPrivateData(CHAINCODE, "nowhere", "k"),
                "collection [nowhere] not defined in the collection config for chaincode [voltrail]");
        assertRefused(sim -> sim.putPrivateData(CHAINCODE, "_implicit_org_NowhereMSP", "k", new byte[] {1}),
                "collection [_implicit_org_NowhereMSP] not defined in the collection config for chaincode [voltrail]");
        assertRefused(sim -> sim.getPrivateData("nowhere", "open", "k"),
                "collection config not defined for chaincode [nowhere], pass the collection configuration upon chaincode definition/instantiation");
    }

    @Test
    void onlyMembersReadAndWriteWhereTheCollectionSaysSo() throws LedgerException {
        try (Simulator sim = channel.ledger().simulate("Org1MSP", "tx", "Org3MSP")) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> sim.getPrivateData(CHAINCODE, "members", "k"))
                    .withMessage("tx creator does not have read access permission on privatedata in chaincodeName:voltrail collectionName: members");
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> sim.putPrivateData(CHAINCODE, "members", "k", new byte[] {1}))
                    .withMessage("tx creator does not have write access permission on privatedata in chaincodeName:voltrail collectionName: members");
            assertThat(sim.getPrivateDataHash(CHAINCODE, "members", "k")).isNull();
            assertThat(sim.getPrivateData(CHAINCODE, "open", "secret")).isEqualTo("plain".getBytes(UTF_8));
        }
    }

    @Test
    void aPeerThatIsNoMemberHasTheHashButNotThePlaintext() {
        channel.simulate("Org3MSP", sim -> {
            assertThat(sim.getPrivateDataHash(CHAINCODE, "open", "secret")).hasSize(32);
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> sim.getPrivateData(CHAINCODE, "open", "secret"))
                    .withMessageStartingWith("private data matching public hash version is not available. Public hash version = {BlockNum: ");
        });
    }

    @Test
    void fiftyResultsOfARangeAreNotedOneByOne() {
        RangeQueryInfo info = rangeInfo("key000", "key050");

        assertThat(info.getItrExhausted()).isTrue();
        assertThat(info.getRawReads().getKvReadsCount()).isEqualTo(50);
    }

    @Test
    void moreResultsOfARangeAreSummedUpInATree() {
        RangeQueryInfo info = rangeInfo("key000", "key051");

        assertThat(info.getReadsMerkleHashes().getMaxDegree()).isEqualTo(50);
        assertThat(info.getReadsMerkleHashes().getMaxLevel()).isEqualTo(1);
        assertThat(info.getReadsMerkleHashes().getMaxLevelHashesCount()).isEqualTo(1);
    }

    private static RangeQueryInfo rangeInfo(String start, String end) {
        SimulationResult result = channel.simulate(sim -> readAll(sim.getStateRange(CHAINCODE, start, end)));
        try {
            return TxRwSet.of(result.publicResults()).namespaces().get(0).rwset().getRangeQueriesInfo(0);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPageEndsWithTheKeyThatTheNextOneBeginsWith() {
        channel.simulate(sim -> {
            try (ResultsPage page = sim.getStateRangePage(CHAINCODE, "key010", "key013", 2)) {
                assertThat(List.of(page.next().key(), page.next().key())).containsExactly("key010", "key011");
                assertThat(page.bookmark()).isEqualTo("key012");
            }
            try (ResultsPage page = sim.getStateRangePage(CHAINCODE, "key012", "key013", 2)) {
                assertThat(page.next().key()).isEqualTo("key012");
                assertThat(page.bookmark()).isEmpty();
            }
        });
    }

    @Test
    void anInvertedRangeIsEmpty() {
        channel.simulate(sim -> assertThat(readAll(sim.getStateRange(CHAINCODE, "z", "a"))).isEmpty());
    }

    @Test
    void aSimulationSeesTheStateItStartedOn() throws LedgerException {
        try (Simulator early = channel.ledger().simulate("Org1MSP", "early", "Org1MSP")) {
            channel.submit(sim -> sim.putState(CHAINCODE, "moving", new byte[] {5}));
            assertThat(early.getState(CHAINCODE, "moving")).isNull();
            try (Simulator late = channel.ledger().simulate("Org1MSP", "late", "Org1MSP")) {
                assertThat(late.getState(CHAINCODE, "moving")).containsExactly(5);
            }
        }
    }

    @Test
    void theResultIsGivenOnce() {
        assertRefused(sim -> {
            sim.result();
            sim.result();
        }, "this function should only be called once on a transaction simulator instance");
    }

    private static List<String> readAll(ResultsIterator<KeyValue> results) {
        List<String> keys = new ArrayList<>();
        for (KeyValue next = results.next(); next != null; next = results.next()) {
            keys.add(next.key());
        }
        results.close();
        return keys;
    }

    private static void assertRefused(Work work, String message) {
        try (Simulator simulator = channel.ledger().simulate("Org1MSP", "tx", "Org1MSP")) {
            assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> work.on(simulator)).withMessage(message);
        }
    }
}
