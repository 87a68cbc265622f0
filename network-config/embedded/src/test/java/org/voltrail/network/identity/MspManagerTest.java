package org.voltrail.network.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPPrincipal.Classification;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.Test;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.EcdsaSignature;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.testing.Principal;
import org.voltrail.network.testing.TestOrganisation;

class MspManagerTest {
    private static final TestOrganisation MANUFACTURER = new TestOrganisation("ManufacturerMSP");
    private static final TestOrganisation RECYCLER = new TestOrganisation("RecyclerMSP");

    private final MspManager msps = manager(MANUFACTURER, RECYCLER);

    @Test
    void aMemberIsParsedValidatedAndItsSignatureVerified() throws MspException {
        SigningIdentity client = MANUFACTURER.client("alice");
        Identity parsed = msps.deserialize(client.serialized());
        msps.validate(parsed);
        assertThat(parsed.mspId()).isEqualTo("ManufacturerMSP");
        assertThat(parsed.id()).isEqualTo(client.id());
        assertThat(parsed.serialized()).isEqualTo(client.serialized());
        assertThat(parsed.verify(new byte[] {1}, client.sign(new byte[] {1}))).isTrue();
        assertThat(parsed.verify(new byte[] {2}, client.sign(new byte[] {1}))).isFalse();
    }

    @Test
    void anIdentityOfAnUnknownMspIsRefused() {
        ByteString stranger = new TestOrganisation("StrangerMSP").client("eve").serialized();
        assertThatThrownBy(() -> msps.deserialize(stranger)).isInstanceOf(MspException.class).hasMessage("MSP StrangerMSP is not defined on channel");
    }

    @Test
    void aForeignCertificateUnderAKnownMspIdIsRefused() {
        ByteString thief = TestOrganisation.pretending("ManufacturerMSP", RECYCLER.client("eve")).serialized();
        assertThatThrownBy(() -> msps.deserialize(thief)).isInstanceOf(MspException.class)
                .hasMessage("the supplied identity is not valid: x509: certificate signed by unknown authority");
    }

    @Test
    void whatIsNoIdentityIsRefused() {
        assertThatThrownBy(() -> msps.deserialize(ByteString.copyFromUtf8("nonsense"))).isInstanceOf(MspException.class);
        ByteString noPem = SerializedIdentity.newBuilder().setMspid("ManufacturerMSP").setIdBytes(ByteString.copyFromUtf8("x")).build().toByteString();
        assertThatThrownBy(() -> msps.deserialize(noPem)).isInstanceOf(MspException.class).hasMessage("could not decode the PEM structure");
    }

    @Test
    void anAuthorityIsNoMember() throws MspException {
        ByteString authority = serialized("ManufacturerMSP", MANUFACTURER.authority().certificate());
        Identity parsed = msps.deserialize(authority);
        assertThatThrownBy(() -> msps.validate(parsed)).hasMessageContaining("Certificate Authority equals true cannot be used as an identity");
    }

    @Test
    void anExpiredIdentityMayNotActButWhatItSignedBeforeStillCounts() throws MspException {
        Instant issued = Instant.parse("2026-01-01T00:00:00Z");
        TestOrganisation carrier = new TestOrganisation("CarrierMSP", Clock.fixed(issued, ZoneOffset.UTC));
        SigningIdentity client = carrier.member("bob", Duration.ofDays(10), "client");
        MspManager before = MspManager.of(List.of(carrier.msp()), Clock.fixed(issued.plus(Duration.ofDays(9)), ZoneOffset.UTC));
        MspManager after = MspManager.of(List.of(carrier.msp()), Clock.fixed(issued.plus(Duration.ofDays(11)), ZoneOffset.UTC));
        assertThatCode(() -> before.validate(client)).doesNotThrowAnyException();
        assertThatThrownBy(() -> after.validate(client)).isInstanceOf(MspException.class).hasMessageStartingWith("the identity has expired at 2026-01-11");
        assertThatCode(() -> after.validateMembership(client)).doesNotThrowAnyException();
        assertThat(after.satisfies(client, Principal.role("CarrierMSP", MSPRoleType.CLIENT))).isTrue();
    }

    @Test
    void aRevokedCertificateIsRefusedAndOthersAreNot() throws MspException {
        SigningIdentity revoked = MANUFACTURER.client("mallory");
        SigningIdentity other = MANUFACTURER.client("alice");
        MspManager updated = MspManager.of(List.of(MANUFACTURER.msp(MANUFACTURER.revoke(revoked))));
        assertThatThrownBy(() -> updated.validate(revoked)).isInstanceOf(MspException.class)
                .hasMessage("could not validate identity against certification chain: The certificate has been revoked");
        assertThat(updated.satisfies(revoked, Principal.role("ManufacturerMSP", MSPRoleType.MEMBER))).isFalse();
        assertThatCode(() -> updated.validate(other)).doesNotThrowAnyException();
    }

    @Test
    void aListOfAnotherAuthorityRevokesNothing() throws MspException {
        SigningIdentity client = MANUFACTURER.client("alice");
        MspManager updated = MspManager.of(List.of(MANUFACTURER.msp(RECYCLER.revoke(client))));
        assertThatCode(() -> updated.validate(client)).doesNotThrowAnyException();
    }

    @Test
    void aMemberHasExactlyOneRole() {
        assertThatThrownBy(() -> msps.validate(MANUFACTURER.member("nobody")))
                .hasMessageContaining("the identity does not have an OU that resolves to client, peer, orderer, or admin role");
        assertThatThrownBy(() -> msps.validate(MANUFACTURER.member("both", "client", "peer")))
                .hasMessageContaining("not a combination of them");
        assertThatCode(() -> msps.validate(MANUFACTURER.member("clerk", "client", "department1"))).doesNotThrowAnyException();
    }

    @Test
    void rolesAreToldByOrganisationalUnits() {
        for (MSPRoleType role : List.of(MSPRoleType.CLIENT, MSPRoleType.PEER, MSPRoleType.ADMIN, MSPRoleType.ORDERER)) {
            SigningIdentity member = MANUFACTURER.member("m", role.name().toLowerCase());
            assertThat(msps.satisfies(member, Principal.role("ManufacturerMSP", MSPRoleType.MEMBER))).isTrue();
            assertThat(msps.satisfies(member, Principal.role("RecyclerMSP", MSPRoleType.MEMBER))).isFalse();
            for (MSPRoleType asked : List.of(MSPRoleType.CLIENT, MSPRoleType.PEER, MSPRoleType.ADMIN, MSPRoleType.ORDERER)) {
                assertThat(msps.satisfies(member, Principal.role("ManufacturerMSP", asked))).isEqualTo(asked == role);
            }
        }
    }

    @Test
    void withoutNodeOusOnlyNamedAdministratorsAreAdministrators() throws MspException {
        SigningIdentity named = RECYCLER.member("root");
        MspManager plain = MspManager.of(List.of(TestOrganisation.wrap(RECYCLER.mspBuilder().clearFabricNodeOus()
                .addAdmins(ByteString.copyFromUtf8(Pem.encode(named.certificate()))).build())));
        assertThat(plain.satisfies(named, Principal.role("RecyclerMSP", MSPRoleType.ADMIN))).isTrue();
        assertThat(plain.satisfies(RECYCLER.admin("other"), Principal.role("RecyclerMSP", MSPRoleType.ADMIN))).isFalse();
        assertThat(plain.satisfies(RECYCLER.peer("p"), Principal.role("RecyclerMSP", MSPRoleType.PEER))).isFalse();
        assertThat(plain.satisfies(RECYCLER.peer("p"), Principal.role("RecyclerMSP", MSPRoleType.MEMBER))).isTrue();
        assertThat(plain.peerSatisfies("RecyclerMSP", Principal.role("RecyclerMSP", MSPRoleType.PEER))).isFalse();
    }

    @Test
    void anMspNeedsAdministratorsOrAnAdministratorsUnit() {
        assertThatThrownBy(() -> MspManager.of(List.of(TestOrganisation.wrap(RECYCLER.mspBuilder().clearFabricNodeOus().build()))))
                .hasMessage("administrators must be declared when no admin ou classification is set");
    }

    @Test
    void identityAndUnitAndCombinedPrincipalsAreSatisfiedByTheirOwn() throws MspException {
        SigningIdentity alice = MANUFACTURER.member("alice", "client", "quality");
        SigningIdentity bob = MANUFACTURER.client("bob");
        MSPPrincipal identity = MSPPrincipal.newBuilder().setPrincipalClassification(Classification.IDENTITY).setPrincipal(alice.serialized()).build();
        ByteString certifiers = X509Msp.certifiers(List.of(MANUFACTURER.authority().certificate()));
        MSPPrincipal unit = MSPPrincipal.newBuilder().setPrincipalClassification(Classification.ORGANIZATION_UNIT)
                .setPrincipal(OrganizationUnit.newBuilder().setMspIdentifier("ManufacturerMSP").setOrganizationalUnitIdentifier("quality")
                        .setCertifiersIdentifier(certifiers).build().toByteString()).build();
        MSPPrincipal both = MSPPrincipal.newBuilder().setPrincipalClassification(Classification.COMBINED)
                .setPrincipal(CombinedPrincipal.newBuilder().addPrincipals(unit).addPrincipals(Principal.role("ManufacturerMSP", MSPRoleType.CLIENT)).build().toByteString())
                .build();
        for (MSPPrincipal principal : List.of(identity, unit, both)) {
            assertThat(msps.satisfies(alice, principal)).isTrue();
            assertThat(msps.satisfies(bob, principal)).isFalse();
        }
    }

    @Test
    void aPeerOfAnMspSatisfiesItsMemberAndPeerRoles() {
        assertThat(msps.peerSatisfies("RecyclerMSP", Principal.role("RecyclerMSP", MSPRoleType.PEER))).isTrue();
        assertThat(msps.peerSatisfies("RecyclerMSP", Principal.role("RecyclerMSP", MSPRoleType.MEMBER))).isTrue();
        assertThat(msps.peerSatisfies("RecyclerMSP", Principal.role("RecyclerMSP", MSPRoleType.ADMIN))).isFalse();
        assertThat(msps.peerSatisfies("RecyclerMSP", Principal.role("ManufacturerMSP", MSPRoleType.PEER))).isFalse();
    }

    @Test
    void theTwoFormsOfACertificatesSignatureAreOneIdentity() throws Exception {
        SigningIdentity client = MANUFACTURER.client("alice");
        X509Certificate twin = withHighS(client.certificate(), (ECPublicKey) MANUFACTURER.authority().certificate().getPublicKey());
        assertThat(twin).isNotEqualTo(client.certificate());
        Identity parsed = msps.deserialize(serialized("ManufacturerMSP", twin));
        assertThat(parsed.id()).isEqualTo(client.id());
    }

    @Test
    void anAuthoritysCertificateMayBeSignedWithHighS() throws Exception {
        X509Certificate root = MANUFACTURER.authority().certificate();
        X509Certificate twin = withHighS(root, (ECPublicKey) root.getPublicKey());
        ByteString pem = ByteString.copyFromUtf8(Pem.encode(twin));
        MspManager manager = MspManager.of(List.of(TestOrganisation.wrap(MANUFACTURER.mspBuilder()
                .clearRootCerts().addRootCerts(pem).setFabricNodeOus(nodeOus(twin)).build())));
        assertThatCode(() -> manager.validate(MANUFACTURER.client("alice"))).doesNotThrowAnyException();
    }

    @Test
    void membersOfAnIntermediateAuthorityAreAcceptedAndThoseOfTheRootThenAreNot() throws Exception {
        KeyPair rootKeys = Ecdsa.newKeyPair();
        KeyPair middleKeys = Ecdsa.newKeyPair();
        X509Certificate root = certificate("CN=root", rootKeys, "CN=root", rootKeys, true);
        X509Certificate middle = certificate("CN=root", rootKeys, "CN=middle", middleKeys, true);
        X509Certificate member = certificate("CN=middle", middleKeys, "CN=m,OU=client", Ecdsa.newKeyPair(), false);
        X509Certificate direct = certificate("CN=root", rootKeys, "CN=d,OU=client", Ecdsa.newKeyPair(), false);
        MspManager manager = MspManager.of(List.of(TestOrganisation.wrap(MANUFACTURER.mspBuilder()
                .clearRootCerts().addRootCerts(ByteString.copyFromUtf8(Pem.encode(root)))
                .addIntermediateCerts(ByteString.copyFromUtf8(Pem.encode(middle)))
                .setFabricNodeOus(nodeOus(middle)).build())));
        manager.validate(manager.deserialize(serialized("ManufacturerMSP", member)));
        Identity refused = manager.deserialize(serialized("ManufacturerMSP", direct));
        assertThatThrownBy(() -> manager.validate(refused)).hasMessageContaining("Parent certificate should be a leaf of the certification tree");
    }

    @Test
    void twoDefinitionsOfOneMspMustAgree() {
        assertThatThrownBy(() -> MspManager.of(List.of(MANUFACTURER.msp(), new TestOrganisation("ManufacturerMSP").msp())))
                .hasMessage("attempted to define two different versions of MSP: ManufacturerMSP");
    }

    private static FabricNodeOUs nodeOus(X509Certificate certifier) {
        ByteString pem = ByteString.copyFromUtf8(Pem.encode(certifier));
        return FabricNodeOUs.newBuilder().setEnable(true)
                .setClientOuIdentifier(FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier("client").setCertificate(pem))
                .setAdminOuIdentifier(FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier("admin").setCertificate(pem)).build();
    }

    private static X509Certificate certificate(String issuer, KeyPair issuerKeys, String subject, KeyPair keys, boolean authority) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), BigInteger.valueOf(System.nanoTime()),
                new Date(System.currentTimeMillis() - 60_000), new Date(System.currentTimeMillis() + 3_600_000), new X500Name(subject), keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    }

    private static X509Certificate withHighS(X509Certificate certificate, ECPublicKey authorityKey) throws Exception {
        EcdsaSignature low = EcdsaSignature.parse(certificate.getSignature()).orElseThrow();
        byte[] high = new EcdsaSignature(low.r(), authorityKey.getParams().getOrder().subtract(low.s())).encode();
        Certificate structure = Certificate.getInstance(certificate.getEncoded());
        return Pem.certificateFromDer(new DERSequence(new ASN1Encodable[] {
            structure.getTBSCertificate(), structure.getSignatureAlgorithm(), new DERBitString(high)}).getEncoded());
    }

    private static ByteString serialized(String mspId, X509Certificate certificate) {
        return SerializedIdentity.newBuilder().setMspid(mspId).setIdBytes(ByteString.copyFromUtf8(Pem.encode(certificate))).build().toByteString();
    }

    private static MspManager manager(TestOrganisation... organisations) {
        try {
            return MspManager.of(Stream.of(organisations).map(o -> o.msp()).toList());
        } catch (MspException e) {
            throw new IllegalStateException(e);
        }
    }
}
