package org.voltrail.contract.testing;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.model.Role;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.json.WireNames;

/**
 * A client with a certificate as Fabric CA would issue it.
 *
 * @param msp MSP id
 * @param name common name
 * @param creator serialised identity
 */
public record TestIdentity(String msp, String name, ByteString creator) {
    private static final Map<String, TestIdentity> MADE = new ConcurrentHashMap<>();
    private static final KeyPair KEYS = keys();

    /** A client whose certificate names the roles. */
    public static TestIdentity of(String msp, String name, Role... roles) {
        String list = Arrays.stream(roles).map(WireNames::of).collect(Collectors.joining(","));
        return MADE.computeIfAbsent(msp + "/" + name + "/" + list, key -> make(msp, name, list));
    }

    private static TestIdentity make(String msp, String name, String roles) {
        try {
            StringWriter pem = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
                writer.writeObject(certificate(name, roles));
            }
            SerializedIdentity identity =
                    SerializedIdentity.newBuilder().setMspid(msp).setIdBytes(ByteString.copyFromUtf8(pem.toString())).build();
            return new TestIdentity(msp, name, identity.toByteString());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509CertificateHolder certificate(String name, String roles) throws IOException, OperatorCreationException {
        X500Name subject = new X500Name("CN=" + name + ",OU=client");
        byte[] attributes = CanonicalJson.writeString(Map.of("attrs", Map.of("voltrail.role", roles))).getBytes(StandardCharsets.UTF_8);
        return new JcaX509v3CertificateBuilder(
                        subject, BigInteger.ONE, new Date(0), Date.from(Instant.parse("2099-01-01T00:00:00Z")), subject, KEYS.getPublic())
                .addExtension(new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1"), false, attributes)
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEYS.getPrivate()));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
