package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.scenarios.Refusals.invalid;
import static org.voltrail.scenarios.Refusals.stopped;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.client.paging.Pages;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.OfferPage;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.custody.Transport;
import org.voltrail.model.custody.UnNumber;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** Transactions that were endorsed on a state that is no more, and transactions that come again. */
@OnNetwork
final class ConflictScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;

    private VoltrailClient manufacturer;
    private VoltrailClient carrier;
    private Steps steps;
    private String battery;

    @BeforeEach
    void callUpon(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        carrier = people.someoneOf(Party.CARRIER);
        steps = new Steps(manufacturer);
        battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
    }

    @Test
    void ofTwoTransactionsOnTheSameStateTheSecondIsInvalid() {
        UnsignedTransaction<BatteryReceipt> first = steps.endorsed(Conditions.sound(battery, "First"));
        UnsignedTransaction<BatteryReceipt> second = steps.endorsed(Conditions.sound(battery, "Second"));
        steps.committed(first);
        invalid(battery, manufacturer, second, TxValidationCode.MVCC_READ_CONFLICT);
    }

    /** Somebody puts its inbox on the ledger; meanwhile an offer arrives, so that the list is no longer what it says. */
    @Test
    void aListThatHasGrownSinceItWasReadIsInvalid() {
        UnsignedTransaction<OfferPage> list = new Steps(carrier).endorsed(new CustodyQuery.Inbox(200, null));
        carrier.awaitBlock(manufacturer.submitAndWait(offer()).blockNumber()).toCompletableFuture().join();
        invalid(battery, carrier, list, TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void aListThatIsStillTheSameIsValid() {
        Steps carriers = new Steps(carrier);
        carriers.committed(carriers.endorsed(new CustodyQuery.Inbox(200, null)));
    }

    @Test
    void aTransactionThatIsSubmittedAgainIsADuplicate() {
        UnsignedTransaction<BatteryReceipt> transaction = steps.endorsed(Conditions.sound(battery, "Once"));
        long block = steps.committed(transaction).blockNumber();
        Battery once = record();
        long replayed = Refusals.height(manufacturer);
        steps.submitted(transaction, steps.sign(transaction.digest()));
        assertThat(verdicts(replayed)).containsExactly(TxValidationCode.DUPLICATE_TXID);
        assertThat(record()).isEqualTo(once);
        assertThat(steps.status(transaction.transactionId())).as("block of the first").isEqualTo(block);
    }

    @Test
    void aProposalIsNotEndorsedAnewOnceItsTransactionIsCommitted() {
        UnsignedProposal<BatteryReceipt> proposal = steps.proposed(Conditions.sound(battery, "Once"));
        steps.committed(steps.endorsed(proposal));
        stopped(manufacturer, EndorseException.class, Status.Code.ABORTED,
                "duplicate transaction found [" + proposal.transactionId() + "]. Creator [", () -> steps.endorsed(proposal));
    }

    @Test
    void commandsThatMeetAtOneBatteryAllSucceedExactlyOnce() {
        List<CompletableFuture<Committed<BatteryReceipt>>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> manufacturer.submit(Conditions.sound(battery, "Note " + i)).toCompletableFuture())
                .toList();
        assertThat(all.stream().map(one -> one.join().result().seq())).containsExactlyInAnyOrderElementsOf(numbers(2, AT_ONCE + 1));
        List<String> notes = Pages.history(manufacturer, battery, false).skip(1).map(ConflictScenario::note).toList();
        assertThat(notes).containsExactlyInAnyOrderElementsOf(IntStream.range(0, AT_ONCE).mapToObj(i -> "Note " + i).toList());
        assertThat(record().seq()).isEqualTo(AT_ONCE + 1L);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static String note(BatteryEvent event) {
        return event.data().get("note").textValue();
    }

    private Battery record() {
        return manufacturer.evaluate(new BatteryQuery.Get(battery));
    }

    private CustodyCommand.Offer offer() {
        Transport transport = new Transport(UnNumber.UN3480, SpecialProvision.SP230, PackingInstruction.P903, "CMR-1", null);
        return new CustodyCommand.Offer(
                Party.CARRIER.msp(), List.of(battery), transport, "Gate 1",
                Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The verdicts on a block's transactions. */
    private List<TxValidationCode> verdicts(long number) {
        try (LedgerReader<BlockRecord> blocks = manufacturer.blocks().read(StartPosition.atBlock(number))) {
            BlockRecord block = blocks.poll(PATIENCE).orElseThrow();
            byte[] codes = block.content().getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE).toByteArray();
            return IntStream.range(0, codes.length).mapToObj(i -> TxValidationCode.forNumber(Byte.toUnsignedInt(codes[i]))).toList();
        }
    }
}
