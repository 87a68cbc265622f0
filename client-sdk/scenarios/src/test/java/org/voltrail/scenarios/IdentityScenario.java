package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import static org.voltrail.scenarios.Refusals.stopped;

import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.StreamException;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.CommitStatusException;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.EvaluateException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.SubmitException;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.scenarios.forgery.OpenTransaction;
import org.voltrail.scenarios.forgery.StrangeAuthority;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** Whose certificate does not hold gets nothing done and nothing told, at whichever door of the network. */
@OnNetwork
final class IdentityScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ScenarioNetwork network;
    private VoltrailClient manufacturer;

    @BeforeEach
    void callUpon(People people, ScenarioNetwork running) {
        network = running;
        manufacturer = people.someoneOf(Party.MANUFACTURER);
    }

    @Test
    void aCertificateOfAnAuthorityThatTheChannelDoesNotKnowIsWorthNothing() {
        turnedAway(
                new StrangeAuthority().certify("StrangeMSP", Role.MANUFACTURER),
                "access denied: channel [voltrail] creator org unknown, creator is malformed",
                "status=FORBIDDEN");
    }

    @Test
    void aStrangeCertificateThatClaimsToBeOfAMemberIsWorthNothing() {
        turnedAway(
                new StrangeAuthority().certify(Party.MANUFACTURER.msp(), Role.MANUFACTURER),
                "access denied: channel [voltrail] creator org unknown, creator is malformed",
                "status=FORBIDDEN");
    }

    @Test
    void aMembersCertificateUnderAnotherOrganisationsNameIsWorthNothing(People people) {
        LedgerIdentity genuine = people.enrol(Party.MANUFACTURER, Role.REGULATOR);
        turnedAway(
                LedgerIdentity.of(Party.REGULATOR.msp(), genuine.certificate(), genuine.privateKey().orElseThrow()),
                "access denied: channel [voltrail] creator org unknown, creator is malformed",
                "status=FORBIDDEN");
    }

    /** Only the question for a commit status is answered: policies alone do not look at the time. */
    @Test
    void anExpiredCertificateIsWorthNothing() {
        Optional<LedgerIdentity> expired = network.expired(Party.MANUFACTURER, Role.MANUFACTURER);
        assumeThat(expired).as("a certificate that has run out needs the authority's own key").isPresent();
        try (VoltrailClient late = client(expired.orElseThrow())) {
            BatteryCommand.Register command = new BatteryCommand.Register(Batteries.pack());
            asking(late, Status.Code.UNAVAILABLE, "proposal client identity expired");
            proposing(late, command, "proposal client identity expired");
            submitting(late, command, "status=BAD_REQUEST, info=broadcast client identity expired");
            listening(late);
            notThere(command.battery().id());
        }
    }

    @Test
    void aRevokedCertificateIsWorthNothingFromThenOn(People people) {
        LedgerIdentity dismissed = people.enrol(Party.MANUFACTURER, Role.MANUFACTURER);
        try (VoltrailClient client = VoltrailClient.connect(network.profile(), dismissed)) {
            client.submitAndWait(new BatteryCommand.Register(Batteries.pack()));
        }
        network.revoke(people, Party.MANUFACTURER, dismissed);
        turnedAway(dismissed, "access denied: channel [voltrail] creator org [ManufacturerMSP]", "status=FORBIDDEN");
    }

    /** Tries every door. */
    private void turnedAway(LedgerIdentity identity, String peersWords, String orderersWords) {
        try (VoltrailClient somebody = client(identity)) {
            BatteryCommand.Register command = new BatteryCommand.Register(Batteries.pack());
            asking(somebody, Status.Code.FAILED_PRECONDITION, peersWords);
            proposing(somebody, command, peersWords);
            submitting(somebody, command, orderersWords);
            waiting(somebody);
            listening(somebody);
            notThere(command.battery().id());
        }
    }

    private VoltrailClient client(LedgerIdentity identity) {
        ClientOptions options =
                ClientOptions.DEFAULT.withOrganisation(Party.MANUFACTURER.organisation()).withRetry(RetryPolicy.NONE);
        return VoltrailClient.connect(network.profile(), identity, options);
    }

    private void asking(VoltrailClient somebody, Status.Code status, String words) {
        stopped(manufacturer, EvaluateException.class, status, words,
                () -> somebody.evaluate(new BatteryQuery.Get(Batteries.newId())));
    }

    private void proposing(VoltrailClient somebody, BatteryCommand.Register command, String words) {
        stopped(manufacturer, EndorseException.class, Status.Code.ABORTED, words, () -> somebody.submitAndWait(command));
    }

    /** What a member had endorsed, submitted in one's own name. */
    private void submitting(VoltrailClient somebody, BatteryCommand.Register command, String words) {
        UnsignedTransaction<BatteryReceipt> members = new Steps(manufacturer).endorsed(command);
        UnsignedTransaction<BatteryReceipt> own = OpenTransaction.of(members).creator(somebody.identity()).closed(somebody);
        Steps steps = new Steps(somebody);
        stopped(manufacturer, SubmitException.class, Status.Code.ABORTED, words, () -> steps.submitted(own, steps.sign(own.digest())));
    }

    private void waiting(VoltrailClient somebody) {
        String known = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).transactionId();
        stopped(manufacturer, CommitStatusException.class, Status.Code.PERMISSION_DENIED, "",
                () -> new Steps(somebody).status(known));
    }

    private static void listening(VoltrailClient somebody) {
        try (LedgerReader<BlockRecord> blocks = somebody.blocks().read(StartPosition.oldest())) {
            assertThatThrownBy(() -> blocks.poll(PATIENCE)).isInstanceOf(StreamException.class);
        }
    }

    private void notThere(String battery) {
        assertThatThrownBy(() -> manufacturer.evaluate(new BatteryQuery.Get(battery)))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BATTERY_NOT_FOUND));
    }
}
