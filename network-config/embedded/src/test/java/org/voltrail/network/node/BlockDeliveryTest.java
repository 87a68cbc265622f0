package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.network.node.SharedNetwork.CARRIER;
import static org.voltrail.network.node.SharedNetwork.MANUFACTURER;
import static org.voltrail.network.node.SharedNetwork.PAIR;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.network.channel.Blocks;

/** Blocks as clients get them: delivered, filtered, with private data, and asked for. */
class BlockDeliveryTest {
    private Network network;
    private Contract contract;

    @BeforeEach
    void connect() {
        network = SharedNetwork.get().gateway(MANUFACTURER).getNetwork(RunningNetwork.CHANNEL);
        contract = network.getContract("sample");
    }

    private SubmittedTransaction tell(String value) throws Exception {
        SubmittedTransaction submitted =
                contract.newProposal("putAndTell").addArguments("told", value).build().endorse().submitAsync();
        assertThat(submitted.getStatus().isSuccessful()).isTrue();
        return submitted;
    }

    @Test
    void theChainIsDeliveredFromItsBeginningAndItsHashesFit() throws Exception {
        tell("chain");
        long height = info().getHeight();
        try (CloseableIterator<Block> blocks =
                network.newBlockEventsRequest().startBlock(0).build().getEvents()) {
            ByteString previous = ByteString.EMPTY;
            for (long number = 0; number < height; number++) {
                Block block = blocks.next();
                assertThat(block.getHeader().getNumber()).isEqualTo(number);
                assertThat(block.getHeader().getPreviousHash()).isEqualTo(previous);
                assertThat(block.getHeader().getDataHash()).isEqualTo(Blocks.dataHash(block.getData()));
                previous = Blocks.headerHash(block.getHeader());
            }
            assertThat(info().getCurrentBlockHash()).isNotEmpty();
        }
    }

    @Test
    void newBlocksAreDeliveredAsTheyAreCommitted() throws Exception {
        try (CloseableIterator<Block> blocks = network.getBlockEvents()) {
            SubmittedTransaction submitted = tell("next");
            Block block = blocks.next();
            assertThat(block.getHeader().getNumber()).isEqualTo(submitted.getStatus().getBlockNumber());
        }
    }

    @Test
    void filteredBlocksNameTransactionsAndEventsWithoutPayload() throws Exception {
        SubmittedTransaction submitted = tell("filtered");
        try (CloseableIterator<FilteredBlock> blocks = network.newFilteredBlockEventsRequest()
                .startBlock(submitted.getStatus().getBlockNumber())
                .build()
                .getEvents()) {
            FilteredBlock block = blocks.next();
            assertThat(block.getChannelId()).isEqualTo(RunningNetwork.CHANNEL);
            assertThat(block.getFilteredTransactionsList()).anySatisfy(transaction -> {
                assertThat(transaction.getTxid()).isEqualTo(submitted.getTransactionId());
                assertThat(transaction.getTxValidationCode()).isEqualTo(TxValidationCode.VALID);
                assertThat(transaction.getTransactionActions().getChaincodeActionsList()).singleElement().satisfies(action -> {
                    assertThat(action.getChaincodeEvent().getEventName()).isEqualTo("put");
                    assertThat(action.getChaincodeEvent().getPayload()).isEmpty();
                });
            });
        }
    }

    @Test
    void privateDataAreDeliveredToMembersOnly() throws Exception {
        SubmittedTransaction submitted = network.getContract("open")
                .newProposal("putPrivate")
                .addArguments(PAIR, "delivered")
                .putTransient("value", "1")
                .build()
                .endorse()
                .submitAsync();
        long number = submitted.getStatus().getBlockNumber();
        assertThat(withPrivateData(network, number).getPrivateDataMapMap()).hasSize(1);
        Network carriers = SharedNetwork.get().gateway(CARRIER).getNetwork(RunningNetwork.CHANNEL);
        assertThat(withPrivateData(carriers, number).getPrivateDataMapMap()).isEmpty();
    }

    private static BlockAndPrivateData withPrivateData(Network network, long number) {
        try (CloseableIterator<BlockAndPrivateData> blocks = network.newBlockAndPrivateDataEventsRequest()
                .startBlock(number)
                .build()
                .getEvents()) {
            return blocks.next();
        }
    }

    @Test
    void whoMayNotReadGetsNoBlocks() {
        Member forger = new Member(
                MANUFACTURER,
                SharedNetwork.get().client(MANUFACTURER).certificate(),
                SharedNetwork.get().client(CARRIER).keys());
        Network forged = SharedNetwork.get().gateway(MANUFACTURER, forger).getNetwork(RunningNetwork.CHANNEL);
        try (CloseableIterator<Block> blocks =
                forged.newBlockEventsRequest().startBlock(0).build().getEvents()) {
            assertThatThrownBy(blocks::next).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void blocksAndTransactionsAreFoundByWhatNamesThem() throws Exception {
        SubmittedTransaction submitted = tell("found");
        Contract ledger = network.getContract("qscc");
        String number = Long.toString(submitted.getStatus().getBlockNumber());
        Block byNumber = Block.parseFrom(ledger.evaluateTransaction("GetBlockByNumber", RunningNetwork.CHANNEL, number));
        Block byTransaction = Block.parseFrom(
                ledger.evaluateTransaction("GetBlockByTxID", RunningNetwork.CHANNEL, submitted.getTransactionId()));
        Block byHash = Block.parseFrom(ledger.newProposal("GetBlockByHash")
                .addArguments(List.of(
                                RunningNetwork.CHANNEL.getBytes(StandardCharsets.UTF_8),
                                Blocks.headerHash(byNumber.getHeader()).toByteArray())
                        .toArray(byte[][]::new))
                .build()
                .evaluate());
        ProcessedTransaction transaction = ProcessedTransaction.parseFrom(
                ledger.evaluateTransaction("GetTransactionByID", RunningNetwork.CHANNEL, submitted.getTransactionId()));
        assertThat(byTransaction).isEqualTo(byNumber);
        assertThat(byHash).isEqualTo(byNumber);
        assertThat(transaction.getValidationCode()).isEqualTo(TxValidationCode.VALID_VALUE);
        assertThat(byNumber.getData().getDataList())
                .contains(transaction.getTransactionEnvelope().toByteString());
    }

    private BlockchainInfo info() throws Exception {
        return BlockchainInfo.parseFrom(
                network.getContract("qscc").evaluateTransaction("GetChainInfo", RunningNetwork.CHANNEL));
    }
}
