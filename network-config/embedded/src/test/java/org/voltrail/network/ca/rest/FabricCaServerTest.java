package org.voltrail.network.ca.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.organisation.MemberProfile;
import org.voltrail.network.organisation.Organisation;
import org.voltrail.network.organisation.OrganisationProfile;
import org.voltrail.network.organisation.Role;
import org.voltrail.network.testing.Principal;
import org.voltrail.network.testing.TestOrganisation;
import org.voltrail.network.testing.Tokens;

class FabricCaServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Organisation organisation;
    private SigningIdentity admin;
    private FabricCaServer server;
    private HttpClient http;

    @BeforeEach
    void start() throws Exception {
        OrganisationProfile profile = new OrganisationProfile("RecyclerOrg", "RecyclerMSP", "recycler.example.com",
                List.of(MemberProfile.admin("Admin"), MemberProfile.client("User1", Map.of())), OrganisationProfile.LOCAL_HOSTS);
        organisation = Organisation.create(folder.resolve("recycler"), profile, Clock.systemUTC());
        admin = organisation.member(Role.ADMIN, "Admin").identity();
        server = FabricCaServer.start(organisation.ca(), organisation.caTls(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Clock.systemUTC());
        http = HttpClient.newBuilder().sslContext(trusting(organisation.tlsAuthority())).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhoItIs() throws Exception {
        Answer answer = send("GET", "cainfo", "", null);
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.json.path("success").asBoolean()).isTrue();
        assertThat(answer.json.path("errors")).isEmpty();
        assertThat(answer.json.at("/result/CAName").asText()).isEqualTo("ca.recycler.example.com");
        assertThat(decode(answer.json.at("/result/CAChain"))).isEqualTo(Pem.encode(organisation.ca().certificate()));
    }

    @Test
    void whoIsRegisteredCanEnrolAndIsAMemberWithItsAttributes() throws Exception {
        String secret = register("{'id':'tester1','type':'client','attrs':[{'name':'voltrail.role','value':'tester','ecert':true},{'name':'note','value':'x'}]}");
        SigningIdentity tester = enrol("tester1", secret, "'");
        MspManager msps = MspManager.of(List.of(organisation.msp()));
        msps.validate(tester);
        assertThat(msps.satisfies(tester, Principal.role("RecyclerMSP", MSPRoleType.CLIENT))).isTrue();
        assertThat(attributes(tester.certificate())).isEqualTo(JSON.readTree(
                "{\"hf.Affiliation\":\"\",\"hf.EnrollmentID\":\"tester1\",\"hf.Type\":\"client\",\"voltrail.role\":\"tester\"}"));
    }

    @Test
    void onlyTheAttributesAskedForAreInTheCertificate() throws Exception {
        String secret = register("{'id':'t','type':'client','attrs':[{'name':'a','value':'1','ecert':true},{'name':'b','value':'2'}]}");
        SigningIdentity identity = enrol("t", secret, "','attr_reqs':[{'name':'b'},{'name':'missing','optional':true}]");
        assertThat(attributes(identity.certificate())).isEqualTo(JSON.readTree("{\"b\":\"2\"}"));
        Answer refused = enrolAnswer("t", secret, Ecdsa.newKeyPair(), "','attr_reqs':[{'name':'missing'}]");
        assertThat(refused.status).isEqualTo(500);
        assertThat(refused.message()).contains("required attributes are missing: [missing]");
    }

    @Test
    void aSecretIsUsedUpAfterItsEnrolments() throws Exception {
        String secret = register("{'id':'once','type':'client','max_enrollments':1}");
        enrol("once", secret, "'");
        assertRefused(enrolAnswer("once", secret, Ecdsa.newKeyPair(), "'"), 401, 20, "Authentication failure");
    }

    @Test
    void wrongNamesAndSecretsAreToldApartOnlyInTheLogAndLockTheIdentity() throws Exception {
        String secret = register("{'id':'locked','type':'client'}");
        assertRefused(enrolAnswer("nobody", secret, Ecdsa.newKeyPair(), "'"), 401, 20, "Authentication failure");
        for (int i = 0; i < 10; i++) {
            assertRefused(enrolAnswer("locked", "wrong", Ecdsa.newKeyPair(), "'"), 401, 20, "Authentication failure");
        }
        assertThat(enrolAnswer("locked", secret, Ecdsa.newKeyPair(), "'").code()).isEqualTo(73);
    }

    @Test
    void aRequestInAnotherNameOrForAnAuthorityOrForgedIsRefused() throws Exception {
        String secret = register("{'id':'alice','type':'client'}");
        KeyPair keys = Ecdsa.newKeyPair();
        assertRefused(enrolWith("alice", secret, csr("bob", keys, keys, false)), 403, 77, "The CSR subject common name must equal the enrollment ID");
        assertRefused(enrolWith("alice", secret, csr("alice", keys, keys, true)), 403, 71, "Authorization failure");
        assertThat(enrolWith("alice", secret, csr("alice", keys, Ecdsa.newKeyPair(), false)).code()).isEqualTo(31);
        assertThat(enrolWith("alice", secret, "nonsense").code()).isEqualTo(31);
        assertThat(enrolWith("alice", secret, csr("alice", keys, keys, false)).status).isEqualTo(201);
    }

    @Test
    void aTlsProfileGivesATlsCertificateForTheHosts() throws Exception {
        String secret = register("{'id':'server1','type':'client'}");
        SigningIdentity identity = enrol("server1", secret, "','profile':'tls','hosts':['api.example.com','10.0.0.1']");
        assertThat(identity.certificate().getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(identity.certificate().getSubjectAlternativeNames().stream().map(n -> n.get(1).toString())).containsExactly("api.example.com", "10.0.0.1");
    }

    @Test
    void aCertificateIsRenewedByItsOwner() throws Exception {
        String secret = register("{'id':'alice','type':'client'}");
        SigningIdentity old = enrol("alice", secret, "'");
        KeyPair keys = Ecdsa.newKeyPair();
        Answer answer = send("POST", "reenroll", body("{'certificate_request':'" + escaped(csr("alice", keys, keys, false)) + "'}"), old);
        assertThat(answer.status).isEqualTo(201);
        assertThat(Pem.certificate(decode(answer.json.at("/result/Cert")).getBytes(StandardCharsets.US_ASCII)).getPublicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    void aTokenMustFitTheRequestAndComeFromThisAuthority() throws Exception {
        String register = body("{'id':'x','type':'client'}");
        assertRefused(sendWith("POST", "register", register, null), 401, 2, "No authorization header");
        assertRefused(sendWith("POST", "register", register, Tokens.of(admin, "POST", "/api/v1/register", new byte[] {1})), 401, 20, "Authentication failure");
        assertRefused(sendWith("POST", "register", register, "not.a.token"), 401, 20, "Authentication failure");
        SigningIdentity stranger = new TestOrganisation("RecyclerMSP").admin("Admin@recycler.example.com");
        assertRefused(send("POST", "register", register, stranger), 401, 20, "Authentication failure");
        assertThat(send("POST", "register", register, admin).status).isEqualTo(201);
    }

    @Test
    void onlyRegistrarsRegisterAndOnlyWhatTheyMay() throws Exception {
        SigningIdentity user = organisation.member(Role.CLIENT, "User1").identity();
        assertRefused(send("POST", "register", body("{'id':'x','type':'client'}"), user), 403, 71, "Authorization failure");
        String secret = register("{'id':'deputy','type':'client','attrs':[{'name':'hf.Registrar.Roles','value':'client'},"
                + "{'name':'hf.Registrar.Attributes','value':'voltrail.*'}]}");
        SigningIdentity deputy = enrol("deputy", secret, "'");
        assertThat(send("POST", "register", body("{'id':'a','type':'client','attrs':[{'name':'voltrail.role','value':'carrier'}]}"), deputy).status).isEqualTo(201);
        assertThat(send("POST", "register", body("{'id':'b','type':'peer'}"), deputy).status).isEqualTo(403);
        assertThat(send("POST", "register", body("{'id':'c','type':'client','attrs':[{'name':'other','value':'1'}]}"), deputy).status).isEqualTo(403);
        assertThat(send("POST", "register", body("{'id':'d','type':'client','attrs':[{'name':'hf.Revoker','value':'true'}]}"), deputy).status).isEqualTo(403);
        assertRefused(send("POST", "register", body("{'id':'a','type':'client'}"), admin), 409, 74, "Identity 'a' is already registered");
    }

    @Test
    void aRevokedIdentityIsInTheListCannotCallAndCannotEnrol() throws Exception {
        List<X509CRL> heard = new ArrayList<>();
        organisation.ca().onRevocation(heard::add);
        String secret = register("{'id':'mallory','type':'client'}");
        SigningIdentity mallory = enrol("mallory", secret, "'");
        Answer revoked = send("POST", "revoke", body("{'id':'mallory','reason':'keycompromise','gencrl':true}"), admin);
        assertThat(revoked.status).isEqualTo(200);
        assertThat(revoked.json.at("/result/RevokedCerts")).hasSize(1);
        X509CRL list = Pem.revocationList(decode(revoked.json.at("/result/CRL")).getBytes(StandardCharsets.US_ASCII));
        assertThat(list.isRevoked(mallory.certificate())).isTrue();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).isRevoked(mallory.certificate())).isTrue();
        assertThat(send("POST", "reenroll", body("{'certificate_request':'x'}"), mallory).status).isEqualTo(401);
        assertThat(enrolAnswer("mallory", secret, Ecdsa.newKeyPair(), "'").status).isEqualTo(401);
        assertThatThrownBy(() -> MspManager.of(List.of(organisation.msp())).validate(mallory)).isInstanceOf(MspException.class);
    }

    @Test
    void oneCertificateIsRevokedByItsSerialNumber() throws Exception {
        String secret = register("{'id':'alice','type':'client'}");
        SigningIdentity first = enrol("alice", secret, "'");
        SigningIdentity second = enrol("alice", secret, "'");
        String request = body("{'serial':'%s','aki':'%s'}".formatted(first.certificate().getSerialNumber().toString(16), aki(first.certificate())));
        assertThat(send("POST", "revoke", request, second).status).isEqualTo(403);
        assertThat(send("POST", "revoke", request, admin).status).isEqualTo(200);
        assertThat(send("POST", "revoke", request, admin).code()).isEqualTo(66);
        MspManager msps = MspManager.of(List.of(organisation.msp()));
        assertThatThrownBy(() -> msps.validate(first)).hasMessageContaining("revoked");
        msps.validate(second);
    }

    @Test
    void revocationsNeedAPurposeAndTheRight() throws Exception {
        SigningIdentity user = organisation.member(Role.CLIENT, "User1").identity();
        assertRefused(send("POST", "revoke", body("{}"), admin), 400, 15, "Either Name or Serial and AKI are required for a revoke request");
        assertThat(send("POST", "revoke", body("{'id':'Admin@recycler.example.com'}"), user).status).isEqualTo(403);
        assertThat(send("POST", "revoke", body("{'id':'unheard-of'}"), admin).code()).isEqualTo(10);
        assertThat(send("POST", "gencrl", body("{}"), user).status).isEqualTo(403);
        assertThat(send("POST", "gencrl", body("{'revokedafter':'2026-02-01T00:00:00Z','revokedbefore':'2026-01-01T00:00:00Z'}"), admin).code()).isEqualTo(36);
    }

    @Test
    void identitiesAreListedChangedAndRemovedByRegistrars() throws Exception {
        register("{'id':'a b/c','type':'client','affiliation':'recycler'}");
        Answer all = send("GET", "identities", "", admin);
        assertThat(all.json.at("/result/identities").findValuesAsText("id")).contains("a b/c", "Admin@recycler.example.com", "User1@recycler.example.com");
        Answer changed = send("PUT", "identities/a%20b%2Fc", body("{'type':'peer','max_enrollments':3,'attrs':[{'name':'x','value':'1'}]}"), admin);
        assertThat(changed.json.at("/result/type").asText()).isEqualTo("peer");
        assertThat(changed.json.at("/result/affiliation").asText()).isEqualTo("recycler");
        assertThat(changed.json.at("/result/max_enrollments").asInt()).isEqualTo(3);
        assertThat(send("DELETE", "identities/a%20b%2Fc", "", admin).status).isEqualTo(200);
        assertRefused(send("GET", "identities/a%20b%2Fc", "", admin), 404, 63, "Failed to get User 'a b/c': not found");
        assertThat(send("DELETE", "identities/Admin@recycler.example.com", "", admin).code()).isEqualTo(56);
    }

    @Test
    void certificatesAreListedByOwnerAndState() throws Exception {
        String secret = register("{'id':'alice','type':'client'}");
        enrol("alice", secret, "'");
        enrol("alice", secret, "'");
        assertThat(send("GET", "certificates?id=alice", "", admin).json.at("/result/certs")).hasSize(2);
        send("POST", "revoke", body("{'id':'alice'}"), admin);
        assertThat(send("GET", "certificates?id=alice&notrevoked=true", "", admin).json.at("/result/certs")).isEmpty();
        assertThat(send("GET", "certificates?id=alice&revoked_start=-1h&revoked_end=%2B1h", "", admin).json.at("/result/certs")).hasSize(2);
        assertThat(send("GET", "certificates?notrevoked=true&revoked_start=-1h", "", admin).code()).isEqualTo(67);
        assertThat(send("GET", "certificates", "", organisation.member(Role.CLIENT, "User1").identity()).status).isEqualTo(403);
    }

    @Test
    void affiliationsCanBeRead() throws Exception {
        assertThat(send("GET", "affiliations", "", admin).json.at("/result/name").asText()).isEqualTo("recycler");
        assertThat(send("GET", "affiliations/recycler", "", admin).json.at("/result/name").asText()).isEqualTo("recycler");
        assertThat(send("GET", "affiliations/none", "", admin).status).isEqualTo(404);
        assertThat(send("POST", "affiliations", body("{'name':'x'}"), admin).status).isEqualTo(405);
    }

    @Test
    void unknownPathsAndAuthoritiesAndBadBodiesAreRefused() throws Exception {
        assertThat(send("GET", "nothing", "", admin).status).isEqualTo(404);
        assertRefused(send("GET", "cainfo?ca=other", "", null), 404, 19, "CA 'other' does not exist");
        assertThat(send("POST", "register", "[1]", admin).code()).isEqualTo(5);
        assertThat(send("POST", "register", "", admin).code()).isEqualTo(4);
        assertThat(send("POST", "cainfo", "x".repeat((1 << 20) + 1), null).status).isEqualTo(413);
    }

    @Test
    void secretsAreOnDiskOnlyAsHashes() throws Exception {
        String secret = register("{'id':'alice','type':'client','secret':'correct horse battery'}");
        assertThat(secret).isEqualTo("correct horse battery");
        try (Stream<Path> files = Files.walk(organisation.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
        Organisation loaded = Organisation.load(organisation.folder(), Clock.systemUTC());
        assertThat(loaded.ca().isRegistered("alice")).isTrue();
    }

    private String register(String json) throws Exception {
        Answer answer = send("POST", "register", body(json), admin);
        assertThat(answer.status).as(answer.json.toString()).isEqualTo(201);
        return answer.json.at("/result/secret").asText();
    }

    private SigningIdentity enrol(String id, String secret, String more) throws Exception {
        KeyPair keys = Ecdsa.newKeyPair();
        Answer answer = enrolAnswer(id, secret, keys, more);
        assertThat(answer.status).as(answer.json.toString()).isEqualTo(201);
        X509Certificate certificate = Pem.certificate(decode(answer.json.at("/result/Cert")).getBytes(StandardCharsets.US_ASCII));
        return SigningIdentity.of("RecyclerMSP", certificate, keys.getPrivate());
    }

    private Answer enrolAnswer(String id, String secret, KeyPair keys, String more) throws Exception {
        String request = body("{'certificate_request':'" + escaped(csr(id, keys, keys, false)) + more + "}");
        return sendWith("POST", "enroll", request, basic(id, secret));
    }

    private Answer enrolWith(String id, String secret, String csr) throws Exception {
        ObjectNode request = JSON.createObjectNode().put("certificate_request", csr);
        return sendWith("POST", "enroll", request.toString(), basic(id, secret));
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String csr(String name, KeyPair keys, KeyPair signer, boolean authority) throws Exception {
        JcaPKCS10CertificationRequestBuilder builder = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + name), keys.getPublic());
        if (authority) {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
        }
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        }
        return text.toString();
    }

    private static String escaped(String pem) {
        return pem.replace("\r", "").replace("\n", "\\n");
    }

    private static String body(String json) {
        return json.replace('\'', '"');
    }

    private Answer send(String method, String path, String body, @Nullable SigningIdentity caller) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return sendWith(method, path, body, caller == null ? null : Tokens.of(caller, method, "/api/v1/" + path, bytes));
    }

    private Answer sendWith(String method, String path, String body, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/api/v1/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    private static void assertRefused(Answer answer, int status, int code, String message) {
        assertThat(answer.status).isEqualTo(status);
        assertThat(answer.json.path("success").asBoolean()).isFalse();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).isEqualTo(message);
    }

    private static JsonNode attributes(X509Certificate certificate) throws IOException {
        return JSON.readTree(ASN1OctetString.getInstance(certificate.getExtensionValue("1.2.3.4.5.6.7.8.1")).getOctets()).path("attrs");
    }

    private static String aki(X509Certificate certificate) {
        byte[] extension = ASN1OctetString.getInstance(certificate.getExtensionValue("2.5.29.35")).getOctets();
        return HexFormat.of().formatHex(AuthorityKeyIdentifier.getInstance(extension).getKeyIdentifierOctets());
    }

    private static String decode(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.asText()), StandardCharsets.UTF_8);
    }

    private static SSLContext trusting(X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private record Answer(int status, JsonNode json) {
        int code() {
            return json.at("/errors/0/code").asInt(-1);
        }

        String message() {
            return json.at("/errors/0/message").asText();
        }
    }
}
