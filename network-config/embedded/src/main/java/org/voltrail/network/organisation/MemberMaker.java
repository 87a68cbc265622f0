package org.voltrail.network.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.voltrail.network.ca.Attribute;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.CertificateAuthority;
import org.voltrail.network.ca.CertificateSpec;
import org.voltrail.network.ca.CertificateSpec.Usage;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.RegisteredIdentity;
import org.voltrail.network.ca.Registration;
import org.voltrail.network.ca.Subjects;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.TlsMaterial;

/** Makes members: registers them at the authority, certifies their keys and writes their material. */
final class MemberMaker {
    private static final Duration VALIDITY = Duration.ofDays(10 * 365);
    private static final Map<String, String> REGISTRAR = Map.of(
            Attribute.REGISTRAR_ROLES, "*",
            Attribute.REGISTRAR_DELEGATE_ROLES, "*",
            Attribute.REGISTRAR_ATTRIBUTES, "*",
            Attribute.REVOKER, "true",
            Attribute.GENERATE_CRL, "true",
            Attribute.AFFILIATION_MANAGER, "true");

    private final Layout layout;
    private final OrganisationCa ca;
    private final CertificateAuthority tlsAuthority;
    private final List<String> hosts;

    MemberMaker(Layout layout, OrganisationCa ca, CertificateAuthority tlsAuthority, List<String> hosts) {
        this.layout = layout;
        this.ca = ca;
        this.tlsAuthority = tlsAuthority;
        this.hosts = hosts;
    }

    Path make(MemberProfile profile, String domain) throws IOException, OrganisationException {
        String name = profile.role().fullName(profile.name(), domain);
        Path folder = layout.member(profile.role(), name);
        if (Layout.isComplete(folder)) {
            throw new OrganisationException("member " + name + " exists already");
        }
        if (!ca.isRegistered(name)) {
            register(name, profile);
        }
        makeIdentity(name, folder);
        layout.writeMsp(folder.resolve("msp"), ca.certificate(), tlsAuthority.certificate());
        makeTls(name, profile.role(), Layout.tls(folder.resolve("tls"), profile.role().isServer()));
        return folder;
    }

    private void register(String name, MemberProfile profile) throws OrganisationException {
        List<Attribute> attributes = new ArrayList<>();
        profile.attributes().forEach((attribute, value) -> attributes.add(Attribute.inCertificates(attribute, value)));
        if (profile.role() == Role.ADMIN) {
            REGISTRAR.forEach((attribute, value) -> attributes.add(new Attribute(attribute, value, false)));
        }
        try {
            ca.registerWithoutSecret(new Registration(name, profile.role().unit(), "", RegisteredIdentity.UNLIMITED, "", attributes));
        } catch (CaException e) {
            throw new OrganisationException("member " + name + " cannot be registered: " + e.getMessage(), e);
        }
    }

    private void makeIdentity(String name, Path folder) throws IOException, OrganisationException {
        KeyPair keys = Ecdsa.newKeyPair();
        try {
            X509Certificate certificate = ca.certify(name, keys.getPublic(), Usage.SIGNING, VALIDITY, List.of());
            layout.writeKey(Layout.signingKey(folder), keys.getPrivate());
            layout.write(Layout.signingCertificate(folder), Pem.encode(certificate));
        } catch (CaException e) {
            throw new OrganisationException("member " + name + " cannot be certified: " + e.getMessage(), e);
        }
    }

    private void makeTls(String name, Role role, TlsMaterial tls) throws IOException {
        writeTls(name, role.isServer() ? Stream.concat(Stream.of(name, name.split("\\.")[0]), hosts.stream()).toList() : List.of(), tls);
    }

    /** Makes the TLS material of the authority's own server. */
    void makeCaTls() throws IOException {
        writeTls(ca.name(), Stream.concat(Stream.of(ca.name()), hosts.stream()).toList(), Layout.tls(layout.caTls(), true));
    }

    private void writeTls(String name, List<String> names, TlsMaterial tls) throws IOException {
        KeyPair keys = Ecdsa.newKeyPair();
        X509Certificate certificate = tlsAuthority.issue(
                new CertificateSpec(Subjects.of(name, List.of()), keys.getPublic(), Usage.TLS, VALIDITY, Map.of(), names));
        layout.writeTls(tls, certificate, keys.getPrivate(), tlsAuthority.certificate());
    }

    /** The role that a certificate's organisational unit names. */
    static Optional<Role> role(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<String> units = Stream.of(subject.getRDNs(BCStyle.OU)).flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getValue() instanceof ASN1String)
                .map(attribute -> ((ASN1String) attribute.getValue()).getString()).toList();
        return Stream.of(Role.values()).filter(role -> units.contains(role.unit())).findFirst();
    }
}
