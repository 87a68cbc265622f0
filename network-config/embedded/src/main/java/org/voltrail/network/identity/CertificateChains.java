package org.voltrail.network.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the chain from a certificate to one of an MSP's root authorities. There must be exactly one, sound at the moment
 * the certificate's validity begins (Fabric leaves the present time out of it, FAB-3678).
 */
final class CertificateChains {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;

    CertificateChains(List<X509Certificate> roots, List<X509Certificate> intermediates) {
        this.roots = roots;
        this.intermediates = intermediates;
    }

    /** The one chain: the certificate, its authority, and so on up to the root; a root's chain is the root alone. */
    List<X509Certificate> chain(X509Certificate certificate) throws MspException {
        if (roots.contains(certificate)) {
            return List.of(certificate);
        }
        List<List<X509Certificate>> sound = soundChains(certificate);
        if (sound.size() != 1) {
            throw new MspException("this MSP only supports a single validation chain, got " + sound.size());
        }
        return sound.get(0);
    }

    private List<List<X509Certificate>> soundChains(X509Certificate certificate) throws MspException {
        List<List<X509Certificate>> candidates = new ArrayList<>();
        extend(List.of(certificate), candidates);
        if (candidates.isEmpty()) {
            throw invalid("x509: certificate signed by unknown authority", null);
        }
        List<List<X509Certificate>> sound = new ArrayList<>();
        MspException last = null;
        for (List<X509Certificate> candidate : candidates) {
            try {
                requireSound(candidate);
                sound.add(candidate);
            } catch (MspException e) {
                last = e;
            }
        }
        if (sound.isEmpty() && last != null) {
            throw last;
        }
        return sound;
    }

    /** Finds each way up from the last certificate of a chain. */
    private void extend(List<X509Certificate> chain, List<List<X509Certificate>> found) {
        X509Certificate top = chain.get(chain.size() - 1);
        for (X509Certificate root : roots) {
            if (!chain.contains(root) && Certificates.isIssuedBy(top, root)) {
                found.add(append(chain, root));
            }
        }
        for (X509Certificate intermediate : intermediates) {
            if (!chain.contains(intermediate) && Certificates.isIssuedBy(top, intermediate)) {
                extend(append(chain, intermediate), found);
            }
        }
    }

    private static List<X509Certificate> append(List<X509Certificate> chain, X509Certificate next) {
        return Stream.concat(chain.stream(), Stream.of(next)).toList();
    }

    private static void requireSound(List<X509Certificate> chain) throws MspException {
        X509Certificate root = chain.get(chain.size() - 1);
        Date moment = new Date(chain.get(0).getNotBefore().getTime() + 1000);
        try {
            root.checkValidity(moment);
            requireAuthorities(chain.subList(1, chain.size()));
            requireUsage(chain);
            validatePath(chain.subList(0, chain.size() - 1), root, moment);
        } catch (CertPathValidatorException | CertificateException e) {
            throw invalid("x509: " + e.getMessage(), e);
        }
    }

    private static void requireAuthorities(List<X509Certificate> authorities) throws CertificateException {
        for (X509Certificate authority : authorities) {
            if (!Certificates.isAuthority(authority)) {
                throw new CertificateException("certificate is not authorized to sign other certificates");
            }
        }
    }

    /** As in Go's verification, whose default the MSP takes: a certificate with extended usages must be one of a server. */
    private static void requireUsage(List<X509Certificate> chain) throws CertificateParsingException {
        for (X509Certificate certificate : chain) {
            List<String> usages = certificate.getExtendedKeyUsage();
            if (usages != null && !usages.contains(SERVER_AUTH) && !usages.contains(ANY_USAGE)) {
                throw new CertificateParsingException("certificate specifies an incompatible key usage");
            }
        }
    }

    private static void validatePath(List<X509Certificate> belowRoot, X509Certificate root, Date moment)
            throws CertPathValidatorException, CertificateException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(moment);
            CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(belowRoot), parameters);
        } catch (CertPathValidatorException | CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no PKIX in this runtime", e);
        }
    }

    private static MspException invalid(String reason, @Nullable Throwable cause) {
        return new MspException("the supplied identity is not valid: " + reason, cause);
    }
}
