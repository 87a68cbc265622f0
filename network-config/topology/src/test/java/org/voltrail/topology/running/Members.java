package org.voltrail.topology.running;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import org.hyperledger.fabric.client.identity.Identities;
import org.voltrail.client.identity.LedgerIdentity;

/** Identities from the folders that the network's script enrols into. */
final class Members {
    private Members() {}

    static LedgerIdentity of(Path data, String organisation, String mspId, String user) {
        Path msp = data.resolve("organisations").resolve(organisation).resolve("users").resolve(user).resolve("msp");
        try (Reader certificate = Files.newBufferedReader(msp.resolve("signcerts/cert.pem"));
                Reader key = Files.newBufferedReader(msp.resolve("keystore/key.pem"))) {
            return LedgerIdentity.of(mspId, Identities.readX509Certificate(certificate), Identities.readPrivateKey(key));
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
