package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;
import static org.voltrail.contract.testing.Scene.STRANGER;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.Contracts;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.contract.testing.TestLedger;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Level;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.AccreditationPage;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.Constitution;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.ParticipantEntry;
import org.voltrail.model.oversight.ParticipantPage;

class RegistersTest {
    private final Scene scene = new Scene();
    private final TestLedger empty = new TestLedger(Contracts.all().toArray(LedgerContract[]::new));

    private static ParticipantEntry entry(String msp, Role... roles) {
        return new ParticipantEntry(msp, msp, Set.of(roles), "DE", null, null, null);
    }

    private static OversightCommand.Constitute constituting(ParticipantEntry... entries) {
        return new OversightCommand.Constitute("RegulatorMSP", List.of(entries));
    }

    private static ErrorCode refusal(Runnable call) {
        return catchThrowableOfType(LedgerException.class, call::run).code();
    }

    @Test
    void theAuthorityConstitutesTheLedgerWithItsFirstParticipants() {
        Constitution constitution = empty.submit(
                REGULATOR, constituting(entry("RegulatorMSP", Role.REGULATOR), entry("ManufacturerMSP", Role.MANUFACTURER)));

        assertThat(constitution.participants()).containsExactly("ManufacturerMSP", "RegulatorMSP");
        assertThat(empty.evaluate(MAKER, new OversightQuery.Authority())).isEqualTo(constitution);
        Participant maker = empty.evaluate(MAKER, new OversightQuery.GetParticipant("ManufacturerMSP"));
        assertThat(maker.may(Role.MANUFACTURER)).isTrue();
        assertThat(maker.authority()).isEqualTo("RegulatorMSP");
        assertThat(empty.endorsersOf(Keys.participant("ManufacturerMSP"))).containsExactly("RegulatorMSP");
        assertThat(empty.lastEvent().data(OversightFact.Constituted.class).participants()).contains(maker);
    }

    @Test
    void aLedgerIsConstitutedOnce() {
        empty.submit(REGULATOR, constituting(entry("RegulatorMSP", Role.REGULATOR)));
        assertThat(refusal(() -> empty.submit(REGULATOR, constituting(entry("RegulatorMSP", Role.REGULATOR)))))
                .isEqualTo(ErrorCode.ALREADY_CONSTITUTED);
    }

    @Test
    void nobodyElseMakesItselfOrOthersTheAuthority() {
        assertThat(refusal(() -> empty.submit(STRANGER, constituting(entry("RegulatorMSP", Role.REGULATOR))))).isEqualTo(ErrorCode.NOT_AUTHORITY);
        TestIdentity clerk = TestIdentity.of("RegulatorMSP", "clerk");
        assertThat(refusal(() -> empty.submit(clerk, constituting(entry("RegulatorMSP", Role.REGULATOR))))).isEqualTo(ErrorCode.ROLE_REQUIRED);
        assertThat(refusal(() -> empty.submit(REGULATOR, constituting(entry("RegulatorMSP", Role.AUDITOR))))).isEqualTo(ErrorCode.ROLE_REQUIRED);
        assertThat(refusal(() -> empty.submit(REGULATOR, constituting(entry("ManufacturerMSP", Role.MANUFACTURER)))))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(empty.height()).isZero();
    }

    @Test
    void beforeItIsConstitutedALedgerHasNoAuthorityAndTakesNothing() {
        assertThat(refusal(() -> empty.evaluate(MAKER, new OversightQuery.Authority()))).isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT);
        assertThat(refusal(() -> empty.submit(MAKER, new BatteryCommand.Register(scene.registration(Level.PACK)))))
                .isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT);
    }

    @Test
    void aNewOrganisationIsAdmittedAndMayWork() {
        scene.ledger.submit(REGULATOR, new OversightCommand.Admit(entry("StrangerMSP", Role.MANUFACTURER)));

        scene.ledger.submit(STRANGER, new BatteryCommand.Register(scene.registration(Level.PACK)));

        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                STRANGER, new OversightCommand.Admit(entry("StrangerMSP", Role.MANUFACTURER, Role.REGULATOR))));
    }

    @Test
    void aSuspendedOrganisationMayDoNothingUntilItIsAdmittedAgain() {
        BatteryCommand.Register register = new BatteryCommand.Register(scene.registration(Level.PACK));
        scene.ledger.submit(REGULATOR, new OversightCommand.Suspend("ManufacturerMSP", "fraud"));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(MAKER, register));
        assertThat(scene.ledger.evaluate(CARRIER, new OversightQuery.GetParticipant("ManufacturerMSP")).suspended()).isTrue();
        scene.ledger.submit(REGULATOR, new OversightCommand.Admit(entry("ManufacturerMSP", Role.MANUFACTURER)));
        scene.ledger.submit(MAKER, register);
    }

    @Test
    void theAuthorityCannotLockItselfOut() {
        scene.refused(ErrorCode.NOT_AUTHORITY, () -> scene.ledger.submit(REGULATOR, new OversightCommand.Suspend("RegulatorMSP", "tired")));
        scene.refused(ErrorCode.NOT_AUTHORITY, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.Admit(entry("RegulatorMSP", Role.AUDITOR))));
    }

    @Test
    void onlyTheRegulatorKeepsTheRegisters() {
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(MAKER, new OversightCommand.Suspend("RecyclerMSP", "rival")));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(RECYCLER, new OversightCommand.Accredit(grant())));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                TestIdentity.of("RegulatorMSP", "auditor", Role.AUDITOR), new OversightCommand.Accredit(grant())));
    }

    private static AccreditationGrant grant() {
        return new AccreditationGrant("RecyclerMSP", AccreditationScope.RECYCLING, "1", "DAkkS", "2026-01-01", "2026-12-31", Set.of());
    }

    @Test
    void anEntryChangesOnlyWithTheAuthoritysEndorsement() {
        scene.ledger.submit(REGULATOR, new OversightCommand.Admit(entry("CarrierMSP", Role.CARRIER)));
        scene.ledger.endorsedBy("ManufacturerMSP", "CarrierMSP", "RecyclerMSP");
        assertThatIllegalStateException()
                .isThrownBy(() -> scene.ledger.submit(REGULATOR, new OversightCommand.Admit(entry("CarrierMSP", Role.RECYCLER))))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void anAccreditationIsGrantedReplacedAndWithdrawn() {
        Accreditation granted = scene.ledger.submit(REGULATOR, new OversightCommand.Accredit(grant()));
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.Accreditations("RecyclerMSP", 10, null)).accreditations())
                .containsExactly(granted);
        OversightCommand.WithdrawAccreditation withdraw =
                new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.RECYCLING, "fraud");
        Accreditation withdrawn = scene.ledger.submit(REGULATOR, withdraw);
        assertThat(withdrawn.withdrawalReason()).isEqualTo("fraud");
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> scene.ledger.submit(REGULATOR, withdraw));
        assertThat(scene.ledger.submit(REGULATOR, new OversightCommand.Accredit(grant())).withdrawnAt()).isNull();
    }

    @Test
    void anAccreditationThatIsNotThereIsNotWithdrawn() {
        scene.refused(ErrorCode.ACCREDITATION_NOT_FOUND, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.TESTING, "fraud")));
    }

    @Test
    void registersComeInPages() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.TESTING, AccreditationScope.RECYCLING);
        Accredited.grant(scene, MAKER, AccreditationScope.COLLECTION);
        AccreditationPage first = scene.ledger.evaluate(MAKER, new OversightQuery.Accreditations(null, 2, null));
        AccreditationPage second = scene.ledger.evaluate(MAKER, new OversightQuery.Accreditations(null, 2, first.bookmark()));
        assertThat(first.accreditations()).hasSize(2);
        assertThat(second.accreditations()).hasSize(1);
        assertThat(second.bookmark()).isNull();
        ParticipantPage participants = scene.ledger.evaluate(MAKER, new OversightQuery.Participants(3, null));
        assertThat(participants.participants()).hasSize(3);
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.Participants(3, participants.bookmark())).participants())
                .extracting(Participant::msp)
                .containsExactly("RegulatorMSP");
    }

    @Test
    void aBookmarkThatIsNoneIsRefused() {
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.evaluate(MAKER, new OversightQuery.Participants(3, "a\u0000b")));
    }

    @Test
    void anUnknownOrganisationIsNeitherSuspendedNorAccreditedNorFound() {
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(REGULATOR, new OversightCommand.Suspend("StrangerMSP", "who")));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> Accredited.grant(scene, STRANGER, AccreditationScope.TESTING));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.evaluate(MAKER, new OversightQuery.GetParticipant("StrangerMSP")));
    }
}
