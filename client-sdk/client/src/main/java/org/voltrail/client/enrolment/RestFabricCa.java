package org.voltrail.client.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.identity.CertificateRequest;
import org.voltrail.client.identity.IdentityException;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Pem;
import org.voltrail.client.profile.CertificateAuthority;

/** {@link FabricCa} over HTTP. */
final class RestFabricCa implements FabricCa {
    private final @Nullable String caName;
    private final String mspId;
    private final CaTransport transport;

    RestFabricCa(CertificateAuthority authority, String mspId) {
        this.caName = authority.caName();
        this.mspId = mspId;
        this.transport = new CaTransport(authority);
    }

    @Override
    public CaInfo info() {
        return CaJson.info(transport.send("tell who it is", "POST", "cainfo", CaJson.object(caName), Authorization.NONE));
    }

    @Override
    public Enrolment enrol(EnrolmentRequest request) {
        KeyPair keys = request.keys() == null ? KeyPairs.generate() : request.keys();
        String csr = CertificateRequest.create(keys, request.name(), request.hosts());
        JsonNode body = CaJson.signRequest(caName, csr, request.profile(), request.hosts(), request.attributes());
        Authorization authorization = Authorization.basic(request.name(), request.secret());
        return enrolment(keys, transport.send("enrol " + request.name(), "POST", "enroll", body, authorization));
    }

    @Override
    public Enrolment renew(LedgerIdentity identity, RenewalRequest request) {
        KeyPair keys = request.keepKey() ? keys(identity) : KeyPairs.generate();
        String csr = CertificateRequest.create(keys, identity.name(), request.hosts());
        JsonNode body = CaJson.signRequest(caName, csr, request.profile(), request.hosts(), request.attributes());
        return enrolment(keys, signed("renew " + identity.name(), "POST", "reenroll", body, identity));
    }

    @Override
    public String register(LedgerIdentity registrar, Registration registration) {
        JsonNode body = CaJson.registration(caName, registration);
        return signed("register " + registration.name(), "POST", "register", body, registrar).path("secret").asText();
    }

    @Override
    public Revoked revoke(LedgerIdentity revoker, Revocation revocation) {
        JsonNode body = CaJson.revocation(caName, revocation);
        return CaJson.revoked(signed("revoke", "POST", "revoke", body, revoker));
    }

    @Override
    public X509CRL generateCrl(LedgerIdentity identity, CrlRequest request) {
        return CaJson.crl(signed("make a revocation list", "POST", "gencrl", CaJson.crl(caName, request), identity));
    }

    @Override
    public List<Member> members(LedgerIdentity registrar) {
        return CaJson.members(signed("list members", "GET", "identities" + query("?"), null, registrar));
    }

    @Override
    public Member member(LedgerIdentity registrar, String name) {
        return CaJson.member(signed("tell about " + name, "GET", "identities/" + encode(name) + query("?"), null, registrar));
    }

    @Override
    public Member change(LedgerIdentity registrar, MemberChange change) {
        JsonNode body = CaJson.change(caName, change);
        return CaJson.member(signed("change " + change.name(), "PUT", "identities/" + encode(change.name()), body, registrar));
    }

    @Override
    public Member remove(LedgerIdentity registrar, String name) {
        String endpoint = "identities/" + encode(name) + "?force=false" + query("&");
        return CaJson.member(signed("remove " + name, "DELETE", endpoint, null, registrar));
    }

    private JsonNode signed(
            String purpose, String method, String endpoint, @Nullable JsonNode body, LedgerIdentity identity) {
        return transport.send(purpose, method, endpoint, body, Authorization.token(identity));
    }

    private Enrolment enrolment(KeyPair keys, JsonNode result) {
        String certificate = CaJson.base64Text(result.path("Cert"));
        LedgerIdentity identity = LedgerIdentity.of(mspId, Pem.certificate(certificate), keys.getPrivate());
        return new Enrolment(identity, CaJson.info(result.path("ServerInfo")));
    }

    private static KeyPair keys(LedgerIdentity identity) {
        return new KeyPair(identity.publicKey(), identity.privateKey()
                .orElseThrow(() -> new IdentityException("The private key of " + identity.name() + " is not at hand")));
    }

    private String query(String separator) {
        return caName == null ? "" : separator + "ca=" + encode(caName);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
