package org.voltrail.network.node;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.voltrail.network.ca.CertificateSpec;
import org.voltrail.network.ca.CertificateSpec.Usage;
import org.voltrail.network.ca.Subjects;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.testing.TestOrganisation;

/** A member of an organisation as the Fabric client sees it. */
record Member(String mspId, X509Certificate certificate, KeyPair keys) {
    static Member of(TestOrganisation organisation, String name, String unit) {
        return of(organisation, name, unit, Duration.ofDays(1));
    }

    static Member of(TestOrganisation organisation, String name, String unit, Duration validity) {
        KeyPair keys = Ecdsa.newKeyPair();
        X509Certificate certificate = organisation.authority().issue(new CertificateSpec(
                Subjects.of(name, List.of(unit)), keys.getPublic(), Usage.SIGNING, validity, Map.of(), List.of()));
        return new Member(organisation.mspId(), certificate, keys);
    }

    Identity identity() {
        return new X509Identity(mspId, certificate);
    }

    Signer signer() {
        return Signers.newPrivateKeySigner(keys.getPrivate());
    }
}
