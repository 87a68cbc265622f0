package org.voltrail.network.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;

class LedgerCommitTest {
    @TempDir
    Path directory;

    private ChannelFixture channel;

    @BeforeEach
    void deploy() {
        channel = ChannelFixture.in(directory);
        channel.deploy();
    }

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void aCommittedWriteIsReadByTheNextSimulation() {
        Block block = channel.submit(sim -> sim.putState(CHAINCODE, "battery", "new".getBytes(UTF_8)));

        assertThat(ChannelFixture.filter(block)).containsExactly(TxValidationCode.VALID_VALUE);
        channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "battery")).isEqualTo("new".getBytes(UTF_8)));
    }

    @Test
    void twoTransactionsThatReadAndWriteOneKeyCannotBothBeInABlock() {
        Envelope first = channel.transaction(sim -> {
            sim.getState(CHAINCODE, "k");
            sim.putState(CHAINCODE, "k", new byte[] {1});
        });
        Envelope second = channel.transaction(sim -> {
            sim.getState(CHAINCODE, "k");
            sim.putState(CHAINCODE, "k", new byte[] {2});
        });

        assertThat(ChannelFixture.filter(channel.commit(first, second)))
                .containsExactly(TxValidationCode.VALID_VALUE, TxValidationCode.MVCC_READ_CONFLICT_VALUE);
    }

    @Test
    void theStateIsThereAfterReopening() {
        channel.submit(sim -> sim.putState(CHAINCODE, "battery", new byte[] {7}));
        long height = channel.ledger().height();

        channel.reopen();

        assertThat(channel.ledger().height()).isEqualTo(height);
        channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "battery")).containsExactly(7));
    }

    @Test
    void theHistoryOfAKeyStartsWithItsLastWrite() {
        channel.submit(sim -> sim.putState(CHAINCODE, "battery", new byte[] {1}));
        channel.submit(sim -> sim.putState(CHAINCODE, "battery", new byte[] {2}));
        channel.submit(sim -> sim.deleteState(CHAINCODE, "battery"));

        List<KeyModification> history = new ArrayList<>();
        channel.simulate(sim -> {
            try (ResultsIterator<KeyModification> results = sim.getHistory(CHAINCODE, "battery")) {
                for (KeyModification next = results.next(); next != null; next = results.next()) {
                    history.add(next);
                }
            }
        });

        assertThat(history).extracting(KeyModification::deleted).containsExactly(true, false, false);
        assertThat(history.get(1).value()).containsExactly(2);
    }
}
