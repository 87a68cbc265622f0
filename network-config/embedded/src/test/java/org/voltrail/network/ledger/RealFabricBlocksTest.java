package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.ledger.fixture.RecordedProposal;

/**
 * Blocks of a real Fabric 3.1.5 network of four organisations are the judge: chaincode definitions and their upgrade, configuration
 * updates, conflicts, key-level and collection policies, private data with expiry and purge, and transactions spoilt in every layer.
 */
class RealFabricBlocksTest {
    private static final Set<Integer> WITH_FAITHFUL_RESULTS = Set.of(
            TxValidationCode.VALID_VALUE,
            TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE,
            TxValidationCode.MVCC_READ_CONFLICT_VALUE,
            TxValidationCode.PHANTOM_READ_CONFLICT_VALUE);
    private static final List<Block> REAL = new ArrayList<>();

    @TempDir
    Path directory;

    @BeforeAll
    static void read() throws IOException {
        InputStream resource = RealFabricBlocksTest.class.getResourceAsStream("fabric-3.1.5-blocks.gz");
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(resource))) {
            for (Block block = Block.parseDelimitedFrom(in); block != null; block = Block.parseDelimitedFrom(in)) {
                REAL.add(block);
            }
        }
    }

    @Test
    void aBlockFromTheOrdererIsCompletedByteForByteAsARealPeerCompletesIt() {
        try (ChannelLedger ledger = open()) {
            assertThat(ledger.block(0)).contains(REAL.get(0));
            for (Block real : REAL.subList(1, REAL.size())) {
                assertThat(ledger.commit(asOrdered(real))).as("block %d", real.getHeader().getNumber()).isEqualTo(real);
            }
        }
    }

    @Test
    void everyReasonForInvalidityThatARealNetworkCanBeMadeToGiveIsAmongTheBlocks() {
        Map<TxValidationCode, Integer> counts = new TreeMap<>();
        REAL.forEach(block -> Blocks.metadata(block, Blocks.TRANSACTIONS_FILTER)
                .forEach(code -> counts.merge(TxValidationCode.forNumber(code & 0xff), 1, Integer::sum)));

        assertThat(counts).containsKeys(
                TxValidationCode.VALID,
                TxValidationCode.BAD_COMMON_HEADER,
                TxValidationCode.INVALID_ENDORSER_TRANSACTION,
                TxValidationCode.BAD_PROPOSAL_TXID,
                TxValidationCode.DUPLICATE_TXID,
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE,
                TxValidationCode.MVCC_READ_CONFLICT,
                TxValidationCode.PHANTOM_READ_CONFLICT,
                TxValidationCode.BAD_RESPONSE_PAYLOAD,
                TxValidationCode.BAD_RWSET,
                TxValidationCode.ILLEGAL_WRITESET,
                TxValidationCode.INVALID_CHAINCODE,
                TxValidationCode.INVALID_OTHER_REASON);
    }

    @Test
    void aProposalSimulatedOnTheSameStateGivesTheReadWriteSetOfARealPeer() throws Exception {
        int compared = 0;
        try (ChannelLedger ledger = open()) {
            for (Block real : REAL.subList(1, REAL.size())) {
                for (RecordedProposal proposal : proposals(real)) {
                    try (Simulator simulator = ledger.simulate(proposal.endorserMspId(), proposal.txId(), "ManufacturerMSP")) {
                        proposal.run(simulator);
                        SimulationResult result = simulator.result();
                        assertThat(result.publicResults()).as("%s in block %d", proposal.operations(), real.getHeader().getNumber())
                                .isEqualTo(proposal.results());
                        assertThat(result.publicResults().toByteString()).isEqualTo(proposal.results().toByteString());
                        if (result.privateResults() != null) {
                            ledger.stagePrivateData(proposal.txId(), result.privateResults());
                        }
                        compared++;
                    }
                }
                ledger.commit(asOrdered(real));
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static List<RecordedProposal> proposals(Block block) throws InvalidProtocolBufferException {
        List<RecordedProposal> proposals = new ArrayList<>();
        ByteString filter = Blocks.metadata(block, Blocks.TRANSACTIONS_FILTER);
        for (int i = 0; i < filter.size(); i++) {
            if (WITH_FAITHFUL_RESULTS.contains(filter.byteAt(i) & 0xff)) {
                RecordedProposal.of(block.getData().getData(i)).filter(p -> !isBehind(p)).ifPresent(proposals::add);
            }
        }
        return proposals;
    }

    /** These two were endorsed by a peer that was still waiting for the private data of the block before. */
    private static boolean isBehind(RecordedProposal proposal) {
        return proposal.operations().get(0).startsWith("pget|");
    }

    private ChannelLedger open() {
        return RocksChannelLedger.open(directory, REAL.get(0), RealFabricBlocksTest::config);
    }

    private static ChannelConfig config(Config config) {
        try {
            return ChannelConfig.of("voltrail", config);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The block as the orderer made it: without what the peer adds. */
    private static Block asOrdered(Block real) {
        List<ByteString> slots = new ArrayList<>(real.getMetadata().getMetadataList());
        slots.set(Blocks.TRANSACTIONS_FILTER, ByteString.EMPTY);
        slots.set(Blocks.COMMIT_HASH, ByteString.EMPTY);
        return real.toBuilder().setMetadata(BlockMetadata.newBuilder().addAllMetadata(slots)).build();
    }
}
