package org.voltrail.network.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.Caller;
import org.voltrail.network.ca.RevocationRequest;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.testing.Principal;
import org.voltrail.network.testing.Tokens;

class OrganisationTest {
    private static final OrganisationProfile PROFILE = new OrganisationProfile("ManufacturerOrg", "ManufacturerMSP", "manufacturer.example.com",
            List.of(MemberProfile.peer("peer0"), MemberProfile.orderer("orderer0"), MemberProfile.admin("Admin"),
                    MemberProfile.client("User1", Map.of("voltrail.role", "manufacturer"))),
            OrganisationProfile.LOCAL_HOSTS);

    @TempDir
    private Path folder;

    private Organisation organisation;

    @BeforeEach
    void create() throws OrganisationException {
        organisation = Organisation.create(folder.resolve("manufacturer"), PROFILE, Clock.systemUTC());
    }

    @Test
    void itsMembersBelongToItsMspInTheirRoles() throws Exception {
        MspManager msps = MspManager.of(List.of(organisation.msp()));
        for (Role role : Role.values()) {
            List<Member> members = organisation.members(role);
            assertThat(members).hasSize(1);
            SigningIdentity identity = members.get(0).identity();
            msps.validate(identity);
            assertThat(msps.satisfies(identity, Principal.role("ManufacturerMSP", MSPRoleType.valueOf(role.name())))).isTrue();
        }
        assertThat(organisation.member(Role.PEER, "peer0").name()).isEqualTo("peer0.manufacturer.example.com");
        assertThat(organisation.member(Role.CLIENT, "User1@manufacturer.example.com").role()).isEqualTo(Role.CLIENT);
    }

    @Test
    void attributesAreInTheCertificateAsFabricCaWritesThem() throws Exception {
        X509Certificate certificate = organisation.member(Role.CLIENT, "User1").identity().certificate();
        assertThat(attributes(certificate)).isEqualTo(new ObjectMapper().readTree("""
                {"attrs":{"hf.Affiliation":"","hf.EnrollmentID":"User1@manufacturer.example.com","hf.Type":"client","voltrail.role":"manufacturer"}}"""));
    }

    private static JsonNode attributes(X509Certificate certificate) throws IOException {
        byte[] wrapped = certificate.getExtensionValue("1.2.3.4.5.6.7.8.1");
        return new ObjectMapper().readTree(ASN1OctetString.getInstance(wrapped).getOctets());
    }

    @Test
    void whatIsLoadedIsWhatWasMade() throws OrganisationException {
        Organisation loaded = Organisation.load(organisation.folder(), Clock.systemUTC());
        assertThat(loaded.msp()).isEqualTo(organisation.msp());
        assertThat(loaded.name()).isEqualTo("ManufacturerOrg");
        assertThat(loaded.member(Role.PEER, "peer0").identity().serialized()).isEqualTo(organisation.member(Role.PEER, "peer0").identity().serialized());
        assertThat(loaded.ca().isRegistered("peer0.manufacturer.example.com")).isTrue();
    }

    @Test
    void privateKeysAreForTheirOwnerOnly() throws IOException {
        try (Stream<Path> files = Files.walk(organisation.folder())) {
            List<Path> keys = files.filter(f -> f.getFileName().toString().matches("priv_sk|.*\\.key")).toList();
            assertThat(keys).hasSize(2 + 4 + 4 + 1);
            for (Path key : keys) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
                assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
            }
        }
    }

    @Test
    void aFolderThatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> Organisation.create(organisation.folder(), PROFILE, Clock.systemUTC())).isInstanceOf(OrganisationException.class)
                .hasMessageContaining("already");
    }

    @Test
    void whatACrashLeftBehindIsClearedAway() throws Exception {
        Path unfinished = folder.resolve(".recycler.new/ca");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("half"), "x");
        OrganisationProfile profile = new OrganisationProfile("RecyclerOrg", "RecyclerMSP", "recycler.example.com", List.of(), List.of());
        Organisation recycler = Organisation.create(folder.resolve("recycler"), profile, Clock.systemUTC());
        assertThat(recycler.members(Role.PEER)).isEmpty();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aMemberCanBeAddedOnce() throws Exception {
        Member peer = organisation.add(MemberProfile.peer("peer1"));
        assertThatCode(() -> MspManager.of(List.of(organisation.msp())).validate(peer.identity())).doesNotThrowAnyException();
        assertThat(organisation.members(Role.PEER)).extracting(Member::name).containsExactly("peer0.manufacturer.example.com", "peer1.manufacturer.example.com");
        assertThatThrownBy(() -> organisation.add(MemberProfile.peer("peer1"))).isInstanceOf(OrganisationException.class).hasMessageContaining("exists already");
    }

    @Test
    void aMemberWhoseMakingWasBrokenOffIsNoneAndCanBeMadeAgain() throws Exception {
        Member peer = organisation.add(MemberProfile.peer("peer1"));
        Files.delete(peer.tls().authority());
        assertThat(organisation.members(Role.PEER)).extracting(Member::name).containsExactly("peer0.manufacturer.example.com");
        Member again = organisation.add(MemberProfile.peer("peer1"));
        assertThat(again.name()).isEqualTo(peer.name());
        assertThat(organisation.members(Role.PEER)).hasSize(2);
    }

    @Test
    void aRevocationIsInItsMspAtOnceAndAfterLoading() throws Exception {
        Member admin = organisation.member(Role.ADMIN, "Admin");
        Member user = organisation.member(Role.CLIENT, "User1");
        organisation.ca().revoke(caller(admin), new RevocationRequest(user.name(), "", "", "keycompromise"));
        for (Organisation same : List.of(organisation, Organisation.load(organisation.folder(), Clock.systemUTC()))) {
            MspManager msps = MspManager.of(List.of(same.msp()));
            assertThatThrownBy(() -> msps.validate(user.identity())).hasMessageContaining("The certificate has been revoked");
            assertThatCode(() -> msps.validate(admin.identity())).doesNotThrowAnyException();
        }
    }

    @Test
    void aRevocationThatDidNotComeIntoItsMspBeforeACrashDoesSoOnLoading() throws Exception {
        Member user = organisation.member(Role.CLIENT, "User1");
        organisation.ca().revoke(caller(organisation.member(Role.ADMIN, "Admin")), new RevocationRequest(user.name(), "", "", ""));
        Files.delete(organisation.folder().resolve("msp/crls/crl.pem"));
        Organisation loaded = Organisation.load(organisation.folder(), Clock.systemUTC());
        assertThatThrownBy(() -> MspManager.of(List.of(loaded.msp())).validate(user.identity())).hasMessageContaining("revoked");
    }

    private Caller caller(Member member) throws CaException {
        return organisation.ca().authenticate(Tokens.of(member.identity(), "POST", "/x", new byte[0]), "POST", "/x", new byte[0]);
    }

    @Test
    void serversTlsCertificatesAreTrustedByTheTlsAuthorityAndNameTheirHosts() throws Exception {
        X509Certificate server = Pem.certificate(Files.readAllBytes(organisation.member(Role.PEER, "peer0").tls().certificate()));
        server.verify(organisation.tlsAuthority().getPublicKey());
        assertThat(server.getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()).toList())
                .contains("peer0.manufacturer.example.com", "peer0", "localhost", "127.0.0.1");
        assertThat(server.getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.1");
        assertThat(Files.readAllBytes(organisation.caTls().authority())).isEqualTo(Pem.encode(organisation.tlsAuthority()).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theConnectionProfileIsTheSameInJsonAndYaml() throws IOException {
        ConnectionProfile profile = ConnectionProfile.of(organisation,
                new Endpoints(Map.of("peer0.manufacturer.example.com", "localhost:7051"), "localhost:7054", List.of("voltrail")));
        JsonNode json = new ObjectMapper().readTree(profile.json());
        assertThat(new YAMLMapper().readTree(profile.yaml())).isEqualTo(json);
        assertThat(json.at("/client/organization").asText()).isEqualTo("ManufacturerOrg");
        assertThat(json.at("/organizations/ManufacturerOrg/mspid").asText()).isEqualTo("ManufacturerMSP");
        assertThat(json.at("/organizations/ManufacturerOrg/peers/0").asText()).isEqualTo("peer0.manufacturer.example.com");
        JsonNode peer = json.path("peers").path("peer0.manufacturer.example.com");
        assertThat(peer.path("url").asText()).isEqualTo("grpcs://localhost:7051");
        assertThat(peer.at("/tlsCACerts/pem").asText()).isEqualTo(Pem.encode(organisation.tlsAuthority()));
        assertThat(json.path("certificateAuthorities").path("ca.manufacturer.example.com").path("url").asText()).isEqualTo("https://localhost:7054");
        profile.write(folder);
        assertThat(Files.readString(folder.resolve("connection.json"))).isEqualTo(profile.json());
    }
}
