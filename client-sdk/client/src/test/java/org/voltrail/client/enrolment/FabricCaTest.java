package org.voltrail.client.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.CertificateAuthority;
import org.voltrail.client.testing.Certificates;

/** Failures and the token; what goes well is tested against a whole authority in the scenarios. */
class FabricCaTest {
    private final LedgerIdentity registrar = Certificates.identity();
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final AtomicReference<String> request = new AtomicReference<>();
    private HttpServer server;
    private FabricCa ca;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            request.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        ca = FabricCa.at(
                new CertificateAuthority(
                        "ca", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "ca-m", List.of(), null),
                "ManufacturerMSP");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRefusalCarriesTheAuthoritysCode() {
        status = 401;
        answer = "{\"result\":\"\",\"errors\":[{\"code\":20,\"message\":\"Authentication failure\"}],\"messages\":[],\"success\":false}";

        CaRefusedException refused = catchThrowableOfType(
                CaRefusedException.class, () -> ca.enrol(EnrolmentRequest.of("clerk", "wrong")));

        assertThat(refused.code()).isEqualTo(20);
        assertThat(refused.error()).isEqualTo(CaErrorCode.AUTHENTICATION_FAILURE);
        assertThat(refused.httpStatus()).isEqualTo(401);
        assertThat(refused).hasMessageContaining("enrol clerk").hasMessageContaining("Authentication failure");
    }

    @Test
    void errorsCountEvenIfTheStatusSaysOtherwise() {
        answer = "{\"result\":\"\",\"errors\":[{\"code\":999,\"message\":\"late\"}],\"messages\":[],\"success\":false}";

        assertThat(catchThrowableOfType(CaRefusedException.class, () -> ca.members(registrar)).error()).isEqualTo(CaErrorCode.OTHER);
    }

    @Test
    void anAnswerWithoutSuccessIsARefusal() {
        answer = "{\"result\":{},\"errors\":[],\"messages\":[],\"success\":false}";

        assertThat(catchThrowableOfType(CaRefusedException.class, () -> ca.info()).code()).isZero();
    }

    @Test
    void whatIsNoAuthorityIsToldApart() {
        status = 502;
        answer = "<html>Bad gateway</html>";
        assertThatThrownBy(() -> ca.info()).isInstanceOf(CaUnreachableException.class).hasMessageContaining("no Fabric CA");
        answer = "[]";
        assertThatThrownBy(() -> ca.info()).isInstanceOf(CaUnreachableException.class);
        answer = "{\"result\":{\"CAChain\":\"***\"},\"errors\":[],\"messages\":[],\"success\":true}";
        status = 200;
        assertThatThrownBy(() -> ca.info()).isInstanceOf(CaUnreachableException.class);
    }

    @Test
    void anAuthorityThatIsDownIsUnreachable() {
        server.stop(0);
        assertThatThrownBy(() -> ca.info()).isInstanceOf(CaUnreachableException.class).hasMessageContaining("does not answer");
    }

    @Test
    void enrolmentSendsNameAndSecret() {
        assertThatThrownBy(() -> ca.enrol(EnrolmentRequest.of("clerk", "sécret")));

        assertThat(authorization.get())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("clerk:sécret".getBytes(StandardCharsets.UTF_8)));
        assertThat(request.get()).startsWith("POST /api/v1/enroll {\"caname\":\"ca-m\",\"certificate_request\":\"-----BEGIN CERTIFICATE REQUEST");
    }

    @Test
    void aTokenSignsMethodPathBodyAndCertificate() throws Exception {
        answer = "{\"result\":{\"secret\":\"pw\"},\"errors\":[],\"messages\":[],\"success\":true}";
        assertThat(ca.register(registrar, Registration.client("clerk").withAttribute("voltrail.role", "carrier"))).isEqualTo("pw");

        String[] parts = authorization.get().split("\\.");
        assertThat(new String(Base64.getDecoder().decode(parts[0]), StandardCharsets.UTF_8)).isEqualTo(registrar.certificatePem());
        String body = request.get().substring("POST /api/v1/register ".length());
        assertThat(body).isEqualTo("{\"caname\":\"ca-m\",\"id\":\"clerk\",\"type\":\"client\",\"affiliation\":\"\","
                + "\"attrs\":[{\"name\":\"voltrail.role\",\"value\":\"carrier\",\"ecert\":true}]}");
        String signed = "POST." + base64("/api/v1/register") + "." + base64(body) + "." + parts[0];
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(registrar.publicKey());
        verifier.update(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(parts[1]))).isTrue();
    }

    @Test
    void aTokenSignsTheQueryToo() throws Exception {
        answer = "{\"result\":{\"id\":\"a b\",\"attrs\":null},\"errors\":[],\"messages\":[],\"success\":true}";
        assertThat(ca.member(registrar, "a b").name()).isEqualTo("a b");

        String[] parts = authorization.get().split("\\.");
        String signed = "GET." + base64("/api/v1/identities/a%20b?ca=ca-m") + ".." + parts[0];
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(registrar.publicKey());
        verifier.update(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(parts[1]))).isTrue();
    }

    @Test
    void secretsDoNotShowInTexts() {
        assertThat(EnrolmentRequest.of("clerk", "hidden").toString()).doesNotContain("hidden");
        assertThat(Registration.client("clerk").withSecret("hidden").toString()).doesNotContain("hidden");
        assertThat(MemberChange.of("clerk").withSecret("hidden").toString()).doesNotContain("hidden");
    }

    @Test
    void oneCertificateIsRevokedByItsSerialNumberAndItsAuthoritysKey() {
        KeyPair keys = KeyPairs.generate();
        Revocation revocation = Revocation.of(
                Certificates.certificate(keys, "x", Duration.ofDays(1), ""), RevocationReason.KEY_COMPROMISE);

        assertThat(revocation.serial()).isEqualTo("abcdef");
        assertThat(revocation.authorityKeyId()).matches("[0-9a-f]{40}");
        assertThat(revocation.member()).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
