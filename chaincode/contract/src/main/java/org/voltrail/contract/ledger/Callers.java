package org.voltrail.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.asn1.ASN1OctetString;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Role;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.json.WireNames;

/**
 * Reads callers from their serialised identities and remembers them: a certificate is parsed once. The peer has verified the
 * certificate and the signature before the chaincode sees them. Thread-safe.
 */
public final class Callers {
    /** Attribute of the certificate that lists roles, separated by commas. */
    public static final String ROLE_ATTRIBUTE = "voltrail.role";

    /** Extension under which Fabric CA puts attributes into a certificate, as JSON. */
    static final String ATTRIBUTES_OID = "1.2.3.4.5.6.7.8.1";

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<ByteString, Caller> remembered = new ConcurrentHashMap<>();

    /** The caller with this serialised identity. */
    public Caller caller(byte[] creator) {
        ByteString key = ByteString.copyFrom(creator);
        Caller known = remembered.get(key);
        return known != null ? known : remember(key);
    }

    private Caller remember(ByteString creator) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        Caller caller = parse(creator);
        remembered.put(creator, caller);
        return caller;
    }

    private static Caller parse(ByteString creator) {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(creator);
            X509Certificate certificate = certificate(identity.getIdBytes());
            JsonNode attributes = attributes(certificate);
            String enrolmentId = attributes.path("hf.EnrollmentID").asText("");
            String id = enrolmentId.isEmpty() ? commonName(certificate) : enrolmentId;
            return new Caller(identity.getMspid(), id, roles(attributes.path(ROLE_ATTRIBUTE).asText("")));
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw new LedgerException(ErrorCode.UNKNOWN_PARTICIPANT, "The caller's certificate cannot be read: " + e.getMessage());
        }
    }

    private static X509Certificate certificate(ByteString pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem.newInput());
    }

    private static JsonNode attributes(X509Certificate certificate) throws CertificateException {
        byte[] extension = certificate.getExtensionValue(ATTRIBUTES_OID);
        if (extension == null) {
            return CanonicalJson.tree(Map.of());
        }
        try {
            byte[] json = ASN1OctetString.getInstance(ASN1OctetString.fromByteArray(extension)).getOctets();
            return CanonicalJson.read(json, JsonNode.class).path("attrs");
        } catch (IOException | LedgerException e) {
            throw new CertificateException("the attribute extension is not JSON", e);
        }
    }

    private static String commonName(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse(subject);
        } catch (InvalidNameException e) {
            return subject;
        }
    }

    private static Set<Role> roles(String list) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : list.split(",")) {
            Arrays.stream(Role.values()).filter(role -> WireNames.of(role).equals(name.strip())).forEach(roles::add);
        }
        return Collections.unmodifiableSet(roles);
    }
}
