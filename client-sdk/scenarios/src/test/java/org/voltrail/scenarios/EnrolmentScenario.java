package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.cert.X509CRL;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.enrolment.CaErrorCode;
import org.voltrail.client.enrolment.CaInfo;
import org.voltrail.client.enrolment.CaRefusedException;
import org.voltrail.client.enrolment.EnrolmentRequest;
import org.voltrail.client.enrolment.FabricCa;
import org.voltrail.client.enrolment.Member;
import org.voltrail.client.enrolment.MemberChange;
import org.voltrail.client.enrolment.Registration;
import org.voltrail.client.enrolment.RenewalRequest;
import org.voltrail.client.enrolment.Revocation;
import org.voltrail.client.enrolment.RevocationReason;
import org.voltrail.client.enrolment.Revoked;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** People join an organisation at its certificate authority, renew, change and leave. */
@OnNetwork
final class EnrolmentScenario {
    private static final String ROLE = "voltrail.role";

    private final String name = "clerk-" + UUID.randomUUID();
    private ConnectionProfile profile;
    private FabricCa ca;
    private LedgerIdentity registrar;

    @BeforeEach
    void enrolRegistrar(People people, ScenarioNetwork network) {
        profile = network.profile();
        ca = people.authority(Party.MANUFACTURER);
        registrar = people.registrar(Party.MANUFACTURER);
    }

    private LedgerIdentity enrolled(Registration registration) {
        return ca.enrol(EnrolmentRequest.of(registration.name(), ca.register(registrar, registration))).identity();
    }

    private Registration clerk() {
        return Registration.client(name).withAttribute(ROLE, "manufacturer");
    }

    private void registersABattery(LedgerIdentity identity) {
        try (VoltrailClient client = VoltrailClient.connect(profile, identity)) {
            client.submitAndWait(new BatteryCommand.Register(Batteries.pack()));
        }
    }

    @Test
    void anAuthorityTellsWhoItIs() {
        CaInfo info = ca.info();

        assertThat(info.chain()).isNotEmpty();
        assertThatCode(() -> registrar.certificate().verify(info.chain().get(0).getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void aMemberEnrolsWorksRenewsAndGoesOnWorking() {
        LedgerIdentity clerk = enrolled(clerk());
        assertThat(clerk.name()).isEqualTo(name);
        assertThat(clerk.attributes()).containsEntry(ROLE, "manufacturer").containsEntry("hf.EnrollmentID", name);
        registersABattery(clerk);

        LedgerIdentity renewed = ca.renew(clerk).identity();

        assertThat(renewed.attributes()).containsEntry(ROLE, "manufacturer");
        assertThat(renewed.publicKey()).isNotEqualTo(clerk.publicKey());
        assertThat(renewed.certificate().getSerialNumber()).isNotEqualTo(clerk.certificate().getSerialNumber());
        registersABattery(renewed);
        assertThat(ca.renew(renewed, RenewalRequest.SAME_KEY).identity().publicKey()).isEqualTo(renewed.publicKey());
    }

    @Test
    void aRoleThatIsNotInTheCertificateIsNotExercised() {
        LedgerIdentity guest = enrolled(Registration.client(name));

        assertThatThrownBy(() -> registersABattery(guest)).isInstanceOf(LedgerRefusedException.class);
    }

    @Test
    void aChangedAttributeTakesEffectWithTheNextCertificate() {
        LedgerIdentity clerk = enrolled(Registration.client(name).withAttribute(ROLE, "auditor"));

        Member changed = ca.change(registrar, MemberChange.of(name).withAttribute(ROLE, "manufacturer"));

        assertThat(changed.attributes()).anyMatch(a -> a.name().equals(ROLE) && a.value().equals("manufacturer"));
        registersABattery(ca.renew(clerk).identity());
    }

    @Test
    void theRegistrarSeesItsMembers() {
        enrolled(clerk());

        assertThat(ca.members(registrar)).extracting(Member::name).contains(name);
        assertThat(ca.member(registrar, name).type()).isEqualTo("client");
        refused(CaErrorCode.NOT_FOUND, () -> ca.member(registrar, "nobody-" + UUID.randomUUID()));
    }

    @Test
    void whatAMemberHasNoRightToIsRefused() {
        LedgerIdentity clerk = enrolled(clerk());

        refused(CaErrorCode.AUTHORIZATION_FAILURE, () -> ca.register(clerk, Registration.client("friend-" + name)));
        refused(CaErrorCode.AUTHORIZATION_FAILURE, () -> ca.generateCrl(clerk));
        refused(CaErrorCode.AUTHORIZATION_FAILURE,
                () -> ca.revoke(clerk, Revocation.ofMember(registrar.name(), RevocationReason.UNSPECIFIED)));
    }

    @Test
    void aNameIsRegisteredOnceAndNeedsItsSecret() {
        String secret = ca.register(registrar, clerk().withMaxEnrolments(1));

        refused(CaErrorCode.MEMBER_EXISTS, () -> ca.register(registrar, clerk()));
        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.enrol(EnrolmentRequest.of(name, secret + "x")));
        ca.enrol(EnrolmentRequest.of(name, secret));
        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.enrol(EnrolmentRequest.of(name, secret)));
    }

    @Test
    void aStrangersCertificateIsNoIdentityHere(People people) {
        LedgerIdentity stranger = people.enrol(Party.CARRIER);

        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.renew(stranger));
    }

    @Test
    void aTokenMadeWithAnotherKeyIsRefused() {
        LedgerIdentity clerk = enrolled(clerk());
        LedgerIdentity forged = LedgerIdentity.of(
                clerk.mspId(), clerk.certificate(), digest -> otherKeysSignature(clerk, digest));

        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.renew(forged));
    }

    private byte[] otherKeysSignature(LedgerIdentity clerk, byte[] digest) {
        LedgerIdentity other = ca.renew(clerk).identity();
        return other.sign(digest);
    }

    @Test
    void aRevokedCertificateIsListedAndRenewedNoMore() {
        LedgerIdentity clerk = enrolled(clerk());

        Revoked revoked = ca.revoke(registrar, Revocation.of(clerk.certificate(), RevocationReason.KEY_COMPROMISE));

        assertThat(revoked.certificates()).hasSize(1);
        assertThat(revoked.crl().isRevoked(clerk.certificate())).isTrue();
        X509CRL crl = ca.generateCrl(registrar);
        assertThat(crl.isRevoked(clerk.certificate())).isTrue();
        assertThat(crl.isRevoked(registrar.certificate())).isFalse();
        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.renew(clerk));
    }

    @Test
    void aRevokedMemberEnrolsNoMore() {
        String secret = ca.register(registrar, clerk());
        ca.enrol(EnrolmentRequest.of(name, secret));

        ca.revoke(registrar, Revocation.ofMember(name, RevocationReason.CESSATION_OF_OPERATION));

        refused(CaErrorCode.AUTHENTICATION_FAILURE, () -> ca.enrol(EnrolmentRequest.of(name, secret)));
    }

    @Test
    void aCertificateOfItsOwnMakingOpensNoDoor() {
        LedgerIdentity clerk = enrolled(clerk());
        LedgerIdentity forged = ForeignCertificates.selfSigned(clerk, KeyPairs.generate());

        assertThatThrownBy(() -> registersABattery(forged))
                .isInstanceOf(TransactionException.class)
                .isNotInstanceOf(LedgerRefusedException.class);
    }

    private static void refused(CaErrorCode code, ThrowingCallable request) {
        CaRefusedException refusal = catchThrowableOfType(CaRefusedException.class, request);
        assertThat(refusal).isNotNull();
        assertThat(refusal.error()).isEqualTo(code);
    }
}
