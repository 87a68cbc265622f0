package org.voltrail.client.identity;

import java.io.IOException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificate signing requests (PKCS#10). */
public final class CertificateRequest {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private CertificateRequest() {}

    /**
     * A request in PEM, signed with its own key.
     *
     * @param keys the key to be certified
     * @param name common name: the enrolment name
     * @param hosts host names and addresses for the subject's alternative names; none for a person
     * @throws IdentityException if it cannot be signed
     */
    public static String create(KeyPair keys, String name, Collection<String> hosts) {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        try {
            PKCS10CertificationRequestBuilder builder = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic());
            if (!hosts.isEmpty()) {
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, alternativeNames(List.copyOf(hosts)));
            }
            byte[] request = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())).getEncoded();
            return Pem.write("CERTIFICATE REQUEST", request);
        } catch (IOException | OperatorCreationException e) {
            throw new IdentityException("No certificate request can be made: " + e.getMessage(), e);
        }
    }

    private static org.bouncycastle.asn1.x509.Extensions alternativeNames(List<String> hosts) throws IOException {
        GeneralName[] names = hosts.stream().map(CertificateRequest::name).toArray(GeneralName[]::new);
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return extensions.generate();
    }

    private static GeneralName name(String host) {
        return new GeneralName(ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
