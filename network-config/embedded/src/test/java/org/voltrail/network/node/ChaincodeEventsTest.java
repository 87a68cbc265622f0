package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.network.node.SharedNetwork.MANUFACTURER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.Checkpoint;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chaincode events: as they come, again from a block on, and after a transaction. */
class ChaincodeEventsTest {
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
        submitted.getStatus();
        return submitted;
    }

    private static List<String> take(CloseableIterator<ChaincodeEvent> events, int count) {
        Stream<ChaincodeEvent> stream =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
        return stream.limit(count).map(event -> new String(event.getPayload(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void eventsComeAsTheirBlocksAreCommitted() throws Exception {
        try (CloseableIterator<ChaincodeEvent> events = network.getChaincodeEvents("sample")) {
            SubmittedTransaction submitted = tell("live");
            ChaincodeEvent event = events.next();
            assertThat(event.getEventName()).isEqualTo("put");
            assertThat(event.getChaincodeName()).isEqualTo("sample");
            assertThat(event.getTransactionId()).isEqualTo(submitted.getTransactionId());
            assertThat(event.getBlockNumber()).isEqualTo(submitted.getStatus().getBlockNumber());
            assertThat(new String(event.getPayload(), StandardCharsets.UTF_8)).isEqualTo("told=live");
        }
    }

    @Test
    void eventsAreReplayedFromABlockOn() throws Exception {
        long from = tell("replay-1").getStatus().getBlockNumber();
        tell("replay-2");
        try (CloseableIterator<ChaincodeEvent> events =
                network.newChaincodeEventsRequest("sample").startBlock(from).build().getEvents()) {
            assertThat(take(events, 2)).containsExactly("told=replay-1", "told=replay-2");
        }
    }

    @Test
    void eventsGoOnAfterATransaction() throws Exception {
        SubmittedTransaction first = tell("after-1");
        tell("after-2");
        try (CloseableIterator<ChaincodeEvent> events = network.newChaincodeEventsRequest("sample")
                .startBlock(first.getStatus().getBlockNumber())
                .checkpoint(checkpoint(first))
                .build()
                .getEvents()) {
            assertThat(take(events, 1)).containsExactly("told=after-2");
        }
    }

    private static Checkpoint checkpoint(SubmittedTransaction transaction) throws Exception {
        var checkpointer = new InMemoryCheckpointer();
        checkpointer.checkpointTransaction(transaction.getStatus().getBlockNumber(), transaction.getTransactionId());
        return checkpointer;
    }

    @Test
    void anInvalidTransactionTellsNothing() throws Exception {
        long from = tell("valid-1").getStatus().getBlockNumber();
        Transaction weak = contract.newProposal("putAndTell")
                .addArguments("told", "invalid")
                .setEndorsingOrganizations(MANUFACTURER)
                .build()
                .endorse();
        assertThat(weak.submitAsync().getStatus().isSuccessful()).isFalse();
        tell("valid-2");
        try (CloseableIterator<ChaincodeEvent> events =
                network.newChaincodeEventsRequest("sample").startBlock(from).build().getEvents()) {
            assertThat(take(events, 2)).containsExactly("told=valid-1", "told=valid-2");
        }
    }
}
