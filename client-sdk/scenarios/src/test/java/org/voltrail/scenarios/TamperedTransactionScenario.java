package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.scenarios.Refusals.invalid;
import static org.voltrail.scenarios.Refusals.stopped;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.SubmitException;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.scenarios.forgery.OpenProposal;
import org.voltrail.scenarios.forgery.OpenTransaction;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** What reaches the orderers without having been endorsed like that, and by those who must, has no effect. */
@OnNetwork
final class TamperedTransactionScenario {
    private static final String MANUFACTURER = Party.MANUFACTURER.msp();
    private static final String RECYCLER = Party.RECYCLER.msp();
    private static final String CARRIER = Party.CARRIER.msp();
    private static final String REGULATOR = Party.REGULATOR.msp();

    private VoltrailClient manufacturer;
    private Steps steps;
    private String battery;
    private UnsignedTransaction<BatteryReceipt> endorsed;

    @BeforeEach
    void endorse(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        steps = new Steps(manufacturer);
        battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
        endorsed = steps.endorsed(Conditions.sound(battery, "AS ENDORSED"), MANUFACTURER, RECYCLER, CARRIER);
    }

    @Test
    void aTransactionThatIsTakenApartAndPutTogetherUnchangedIsValid() {
        steps.committed(OpenTransaction.of(endorsed).closed(manufacturer));
        assertThat(record().seq()).isEqualTo(2);
    }

    @Test
    void theOrderersRefuseAnEnvelopeThatWasChangedAfterItWasSigned() {
        byte[] signature = steps.sign(endorsed.digest());
        UnsignedTransaction<BatteryReceipt> changed = OpenTransaction.of(endorsed).writes("AS ENDORSED", "AS FORGED..").closed(manufacturer);
        stopped(manufacturer, SubmitException.class, Status.Code.ABORTED, "status=FORBIDDEN", () -> steps.submitted(changed, signature));
    }

    @Test
    void whatIsWrittenIsWhatWasEndorsed() {
        invalid(battery, manufacturer,
                OpenTransaction.of(endorsed).writes("AS ENDORSED", "AS FORGED..").closed(manufacturer),
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void theCommandInATransactionIsTheOneThatWasEndorsed() {
        invalid(battery, manufacturer,
                OpenTransaction.of(endorsed).command("AS ENDORSED", "AS FORGED..").closed(manufacturer),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void aTransactionDoesNotGoUnderAnotherId() {
        String other = "%064x".formatted(System.nanoTime());
        invalid(battery, manufacturer,
                OpenTransaction.of(endorsed).transactionId(other).closed(manufacturer), TxValidationCode.BAD_PROPOSAL_TXID);
    }

    @Test
    void aNonceThatWasExchangedShowsInTheTransactionId() {
        invalid(battery, manufacturer,
                OpenTransaction.of(endorsed).nonce(new byte[24]).closed(manufacturer), TxValidationCode.BAD_PROPOSAL_TXID);
    }

    @Test
    void aColleagueCannotSubmitATransactionAsItsOwn(People people) {
        VoltrailClient colleague = people.someoneOf(Party.CARRIER);
        invalid(battery, colleague,
                OpenTransaction.of(endorsed).creator(colleague.identity()).closed(colleague), TxValidationCode.BAD_PROPOSAL_TXID);
    }

    @Test
    void anEndorsementWithABrokenSignatureDoesNotCount() {
        notEnough(endorsements -> {
            byte[] signature = endorsements.get(0).getSignature().toByteArray();
            signature[signature.length - 1] ^= 1;
            endorsements.set(0, endorsements.get(0).toBuilder().setSignature(ByteString.copyFrom(signature)).build());
        });
    }

    @Test
    void anEndorsementUnderAnotherPeersNameDoesNotCount() {
        notEnough(endorsements ->
                endorsements.set(0, endorsements.get(0).toBuilder().setEndorser(endorsements.get(1).getEndorser()).build()));
    }

    @Test
    void anEndorsementIsCountedOnceHoweverOftenItIsThere() {
        notEnough(endorsements -> endorsements.set(0, endorsements.get(1)));
    }

    @Test
    void aTransactionWithoutEndorsementsIsInvalid() {
        notEnough(List::clear);
    }

    @Test
    void aMinorityCannotRegisterABattery() {
        BatteryCommand.Register command = new BatteryCommand.Register(Batteries.pack());
        UnsignedTransaction<BatteryReceipt> weak = steps.endorsed(command, MANUFACTURER, RECYCLER);
        invalid(battery, manufacturer, weak, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    /** Peers that do not agree, since they looked at different times; somebody mixes their answers. */
    @Test
    void endorsementsOfDifferentOutcomesDoNotAddUp() {
        UnsignedProposal<BatteryReceipt> proposal = steps.proposed(Conditions.sound(battery, "Seen twice"));
        UnsignedTransaction<BatteryReceipt> before =
                steps.endorsed(OpenProposal.of(proposal).endorsers(MANUFACTURER, CARRIER).closed(manufacturer));
        manufacturer.submitAndWait(Conditions.sound(battery, "In between"));
        UnsignedTransaction<BatteryReceipt> after =
                steps.endorsed(OpenProposal.of(proposal).endorsers(RECYCLER, REGULATOR).closed(manufacturer));
        List<Endorsement> mixed = new ArrayList<>(OpenTransaction.of(after).endorsements());
        mixed.addAll(OpenTransaction.of(before).endorsements());
        invalid(battery, manufacturer, OpenTransaction.of(after).endorsements(mixed).closed(manufacturer),
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    /** Two of four are no majority either, but the battery's own policy would not be met by any number of others. */
    @Test
    void othersThanHolderAndAuthorityCannotChangeABattery() {
        UnsignedTransaction<BatteryReceipt> byOthers = steps.endorsed(Conditions.sound(battery, "By others"), RECYCLER, CARRIER);
        invalid(battery, manufacturer, byOthers, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void notEvenAMajorityLiftsAHoldWithoutTheAuthority(People people) {
        VoltrailClient regulator = people.someoneOf(Party.REGULATOR);
        HoldSummary hold = held(regulator);
        UnsignedTransaction<HoldSummary> byOthers = new Steps(regulator)
                .endorsed(new OversightCommand.Release(hold.holdId(), List.of(battery), "No fault found"), MANUFACTURER, RECYCLER, CARRIER);
        assertThat(OpenTransaction.of(byOthers).endorsers()).containsExactlyInAnyOrder(MANUFACTURER, RECYCLER, CARRIER);
        invalid(battery, regulator, byOthers, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    /** The policy counts that is in force when the transaction is committed, not the one at the time of endorsement. */
    @Test
    void whatWasEndorsedBeforeAHoldIsInvalidAfterIt(People people) {
        held(people.someoneOf(Party.REGULATOR));
        invalid(battery, manufacturer, endorsed, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    private void notEnough(Consumer<List<Endorsement>> change) {
        List<Endorsement> endorsements = new ArrayList<>(OpenTransaction.of(endorsed).endorsements());
        change.accept(endorsements);
        invalid(battery, manufacturer, OpenTransaction.of(endorsed).endorsements(endorsements).closed(manufacturer),
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    private HoldSummary held(VoltrailClient regulator) {
        Committed<HoldSummary> hold =
                regulator.submitAndWait(new OversightCommand.Hold(List.of(battery), "Fire in the same lot", "Regulation (EU) 2023/1542 Art. 79"));
        manufacturer.awaitBlock(hold.blockNumber()).toCompletableFuture().join();
        return hold.result();
    }

    private Battery record() {
        return manufacturer.evaluate(new BatteryQuery.Get(battery));
    }
}
