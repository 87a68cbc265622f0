package org.voltrail.scenarios;

import static org.voltrail.scenarios.Refusals.stopped;

import io.grpc.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.scenarios.forgery.OpenProposal;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** A proposal that is not what its signer signed, or not what it says to be, is not endorsed. */
@OnNetwork
final class TamperedProposalScenario {
    private static final byte[] OTHER_NONCE = new byte[24];

    private VoltrailClient manufacturer;
    private Steps steps;
    private UnsignedProposal<BatteryReceipt> proposal;

    @BeforeEach
    void propose(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        steps = new Steps(manufacturer);
        proposal = steps.proposed(new BatteryCommand.Register(Batteries.pack("HONEST")));
    }

    @Test
    void aProposalThatIsTakenApartAndPutTogetherUnchangedIsEndorsed() {
        steps.committed(steps.endorsed(OpenProposal.of(proposal).closed(manufacturer)));
    }

    @Test
    void aProposalWhoseContentWasChangedAfterItWasSignedIsNotEndorsed() {
        byte[] signature = steps.sign(proposal.digest());
        UnsignedProposal<BatteryReceipt> changed = OpenProposal.of(proposal).argument("HONEST", "FORGED").closed(manufacturer);
        notEndorsed("access denied: channel [voltrail] creator org [ManufacturerMSP]", changed, signature);
    }

    @Test
    void aSignatureByAnotherKeyIsNotTheSigners(People people) {
        byte[] signature = new Steps(people.someoneOf(Party.RECYCLER)).sign(proposal.digest());
        notEndorsed("access denied: channel [voltrail] creator org [ManufacturerMSP]", proposal, signature);
    }

    @Test
    void aTransactionIdThatWasChosenIsNotAccepted() {
        UnsignedProposal<BatteryReceipt> chosen = OpenProposal.of(proposal).transactionId("0".repeat(64)).closed(manufacturer);
        notEndorsed("incorrectly computed txid '" + "0".repeat(64) + "'", chosen, steps.sign(chosen.digest()));
    }

    @Test
    void aNonceThatWasExchangedShowsInTheTransactionId() {
        UnsignedProposal<BatteryReceipt> exchanged = OpenProposal.of(proposal).nonce(OTHER_NONCE).closed(manufacturer);
        notEndorsed("incorrectly computed txid '" + proposal.transactionId() + "'", exchanged, steps.sign(exchanged.digest()));
    }

    private void notEndorsed(String words, UnsignedProposal<BatteryReceipt> forged, byte[] signature) {
        stopped(manufacturer, EndorseException.class, Status.Code.ABORTED, words, () -> steps.endorsed(forged, signature));
    }
}
