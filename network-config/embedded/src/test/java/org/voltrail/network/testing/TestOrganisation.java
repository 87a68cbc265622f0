package org.voltrail.network.testing;

import com.google.protobuf.ByteString;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.ca.CertificateAuthority;
import org.voltrail.network.ca.CertificateAuthority.Revocation;
import org.voltrail.network.ca.CertificateSpec;
import org.voltrail.network.ca.CertificateSpec.Usage;
import org.voltrail.network.ca.Subjects;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.SigningIdentity;

/** An organisation in memory, for tests: a root authority and members of any role. */
public final class TestOrganisation {
    private final String mspId;
    private final Clock clock;
    private final CertificateAuthority authority;

    public TestOrganisation(String mspId) {
        this(mspId, Clock.systemUTC());
    }

    public TestOrganisation(String mspId, Clock clock) {
        this.mspId = mspId;
        this.clock = clock;
        this.authority = CertificateAuthority.create("ca." + mspId, mspId, Duration.ofDays(3650), clock).authority();
    }

    public String mspId() {
        return mspId;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** A member whose certificate names these organisational units. */
    public SigningIdentity member(String name, String... units) {
        return member(name, Duration.ofDays(365), units);
    }

    public SigningIdentity member(String name, Duration validity, String... units) {
        KeyPair keys = Ecdsa.newKeyPair();
        X509Certificate certificate = authority.issue(new CertificateSpec(
                Subjects.of(name, List.of(units)), keys.getPublic(), Usage.SIGNING, validity, Map.of(), List.of()));
        return signing(keys, certificate);
    }

    public SigningIdentity peer(String name) {
        return member(name, "peer");
    }

    public SigningIdentity client(String name) {
        return member(name, "client");
    }

    public SigningIdentity admin(String name) {
        return member(name, "admin");
    }

    public SigningIdentity orderer(String name) {
        return member(name, "orderer");
    }

    /** The same key and certificate under another MSP id. */
    public static SigningIdentity pretending(String mspId, SigningIdentity identity) {
        return new PretendedIdentity(mspId, identity);
    }

    private SigningIdentity signing(KeyPair keys, X509Certificate certificate) {
        try {
            return SigningIdentity.of(mspId, certificate, keys.getPrivate());
        } catch (MspException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The organisation's MSP with NodeOUs for the four roles. */
    public MSPConfig msp(X509CRL... revocationLists) {
        return wrap(mspBuilder(revocationLists).build());
    }

    public FabricMSPConfig.Builder mspBuilder(X509CRL... revocationLists) {
        return FabricMSPConfig.newBuilder().setName(mspId)
                .addRootCerts(ByteString.copyFromUtf8(Pem.encode(authority.certificate())))
                .addTlsRootCerts(ByteString.copyFromUtf8(Pem.encode(authority.certificate())))
                .addAllRevocationList(Stream.of(revocationLists).map(list -> ByteString.copyFromUtf8(Pem.encode(list))).toList())
                .setCryptoConfig(FabricCryptoConfig.newBuilder().setSignatureHashFamily("SHA2").setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(FabricNodeOUs.newBuilder().setEnable(true)
                        .setClientOuIdentifier(unit("client")).setPeerOuIdentifier(unit("peer"))
                        .setAdminOuIdentifier(unit("admin")).setOrdererOuIdentifier(unit("orderer")));
    }

    public static MSPConfig wrap(FabricMSPConfig config) {
        return MSPConfig.newBuilder().setType(0).setConfig(config.toByteString()).build();
    }

    private static FabricOUIdentifier unit(String name) {
        return FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier(name).build();
    }

    public X509CRL revoke(SigningIdentity... members) {
        return authority.revocationList(
                Stream.of(members).map(m -> new Revocation(m.certificate().getSerialNumber(), clock.instant(), 0)).toList(), Duration.ofDays(1));
    }
}
