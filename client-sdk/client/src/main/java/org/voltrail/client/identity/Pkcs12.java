package org.voltrail.client.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.voltrail.client.internal.files.SafeFiles;

/** Identities in PKCS#12 files ({@code .p12}, {@code .pfx}), as browsers, mail programs and hardware tools exchange them. */
public final class Pkcs12 {
    private Pkcs12() {}

    /**
     * Reads the one identity in a file.
     *
     * @param mspId its organisation, which the file does not know
     * @throws IdentityException if the password is wrong or the file does not hold exactly one key with its certificate
     */
    public static LedgerIdentity load(Path file, char[] password, String mspId) {
        try {
            return read(Files.readAllBytes(file), password, mspId);
        } catch (IOException e) {
            throw new IdentityException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads the one identity in the bytes of a file; see {@link #load}. */
    public static LedgerIdentity read(byte[] content, char[] password, String mspId) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            String alias = onlyKey(store);
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            return LedgerIdentity.of(mspId, (X509Certificate) store.getCertificate(alias), key);
        } catch (GeneralSecurityException | IOException e) {
            throw new IdentityException("The PKCS#12 content cannot be read, is the password right? (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Writes an identity, with the certificates of the authorities above it, to a file that only its owner may read.
     *
     * @throws IdentityException if the private key is not at hand or the file cannot be written
     */
    public static void store(LedgerIdentity identity, List<X509Certificate> authorities, Path file, char[] password) {
        try {
            SafeFiles.replace(file, write(identity, authorities, password));
        } catch (IOException e) {
            throw new IdentityException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The bytes that {@link #store} writes. */
    public static byte[] write(LedgerIdentity identity, List<X509Certificate> authorities, char[] password) {
        PrivateKey key = identity.privateKey()
                .orElseThrow(() -> new IdentityException("The private key of " + identity.name() + " is not at hand"));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(identity.name(), key, password, chain(identity, authorities));
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IdentityException("No PKCS#12 can be written: " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(LedgerIdentity identity, List<X509Certificate> authorities) {
        return Stream.concat(Stream.of(identity.certificate()), authorities.stream()).toArray(Certificate[]::new);
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException {
        List<String> aliases = Collections.list(store.aliases());
        aliases.removeIf(alias -> !isKey(store, alias));
        if (aliases.size() != 1) {
            throw new IdentityException("The PKCS#12 content holds " + aliases.size() + " private keys; one is needed");
        }
        return aliases.get(0);
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IdentityException("The PKCS#12 content cannot be read: " + e.getMessage(), e);
        }
    }
}
