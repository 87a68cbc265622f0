package org.voltrail.network.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.testing.TestOrganisation;

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
    void aConfigurationBlockIsInForceForTheBlocksBehindIt() {
        TestOrganisation fourth = new TestOrganisation("Org4MSP");
        SigningIdentity newcomer = fourth.client("client");
        SimulationResult write = channel.simulate(sim -> sim.putState(CHAINCODE, "k", new byte[] {1}));
        Block before = channel.commit(channel.newTransaction().results(write.publicResults()).creator(newcomer).envelope());

        Block configuration = channel.commit(channel.addOrganisation(
                fourth, ChannelFixture.ORGANISATIONS.get(0).admin("admin"), ChannelFixture.ORGANISATIONS.get(1).admin("admin")));
        Block after = channel.commit(channel.newTransaction().results(write.publicResults()).creator(newcomer).envelope());

        assertThat(ChannelFixture.verdicts(before)).containsExactly(TxValidationCode.BAD_CREATOR_SIGNATURE);
        assertThat(ChannelFixture.verdicts(configuration)).containsExactly(TxValidationCode.VALID);
        assertThat(ChannelFixture.verdicts(after)).containsExactly(TxValidationCode.VALID);
        assertThat(channel.ledger().lastConfigBlock()).isEqualTo(configuration.getHeader().getNumber());
        channel.reopen();
        assertThat(channel.ledger().config().applicationOrganisations()).contains("Org4MSP");
        assertThat(channel.ledger().lastConfigBlock()).isEqualTo(configuration.getHeader().getNumber());
    }

    @Test
    void aConfigurationThatDoesNotFollowFromTheOneInForceIsNotTaken() {
        Config current = channel.ledger().config().config();
        ConfigEnvelope invented =
                ConfigEnvelope.newBuilder().setConfig(current.toBuilder().setSequence(current.getSequence() + 1)).build();
        long height = channel.ledger().height();

        assertThatIllegalArgumentException().isThrownBy(() -> channel.commit(ChannelFixture.configEnvelope(invented)));

        assertThat(channel.ledger().height()).isEqualTo(height);
    }

    @Test
    void aBlockThatNoOrdererSignedIsNotTaken() {
        Block block = channel.nextBlock(channel.transaction(sim -> sim.putState(CHAINCODE, "k", new byte[] {1})));
        Block unsigned = Blocks.withMetadata(block, Blocks.SIGNATURES, ByteString.EMPTY);

        assertThatIllegalArgumentException().isThrownBy(() -> channel.ledger().commit(unsigned)).withMessageContaining("not signed");
    }

    @Test
    void aBlockMustFollowTheLastOne() {
        Block block = channel.nextBlock(channel.transaction(sim -> sim.putState(CHAINCODE, "k", new byte[] {1})));
        channel.ledger().commit(block);

        assertThatIllegalArgumentException().isThrownBy(() -> channel.ledger().commit(block)).withMessageContaining("cannot follow");
    }

    @Test
    void aBlockAndItsTransactionsAreFoundByNumberHashAndId() {
        Envelope transaction = channel.transaction(sim -> sim.putState(CHAINCODE, "k", new byte[] {1}));
        Block block = channel.commit(transaction);
        ChannelLedger ledger = channel.ledger();
        String id = ChannelFixture.txId(transaction);

        assertThat(ledger.block(block.getHeader().getNumber())).contains(block);
        assertThat(ledger.blockByHash(Blocks.headerHash(block.getHeader()).toByteArray())).contains(block);
        assertThat(ledger.blockByTxId(id)).contains(block);
        assertThat(ledger.transaction(id)).contains(transaction);
        assertThat(ledger.status(id)).contains(new TransactionStatus(block.getHeader().getNumber(), TxValidationCode.VALID));
        assertThat(ledger.status("unknown")).isEmpty();
        assertThat(ledger.block(ledger.height())).isEmpty();
    }

    @Test
    void listenersAreToldOfBlocksInOrderWhenTheStateIsThere() {
        List<Long> numbers = new ArrayList<>();
        channel.ledger().addListener(block -> {
            numbers.add(block.getHeader().getNumber());
            channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "k")).containsExactly((byte) block.getHeader().getNumber()));
        });
        for (int i = 0; i < 3; i++) {
            byte number = (byte) channel.ledger().height();
            channel.submit(sim -> sim.putState(CHAINCODE, "k", new byte[] {number}));
        }

        assertThat(numbers).containsExactly(2L, 3L, 4L);
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
