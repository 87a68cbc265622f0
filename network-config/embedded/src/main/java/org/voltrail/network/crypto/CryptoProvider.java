package org.voltrail.network.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses where ECDSA comes from: the Amazon Corretto Crypto Provider when it is on the class path and works on this
 * machine, the JDK's own provider otherwise. {@code -Dvoltrail.crypto=jdk} keeps to the JDK's. Nothing is installed globally.
 */
public final class CryptoProvider {
    private static final Logger LOG = LoggerFactory.getLogger(CryptoProvider.class);
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Optional<Provider> NATIVE = findNative();

    private CryptoProvider() {}

    /** The provider's name, for logs and reports: {@code AmazonCorrettoCryptoProvider} or {@code JDK}. */
    public static String name() {
        return NATIVE.map(Provider::getName).orElse("JDK");
    }

    static Optional<Provider> nativeProvider() {
        return NATIVE;
    }

    static Signature signature(String algorithm) {
        try {
            return NATIVE.isPresent() ? Signature.getInstance(algorithm, NATIVE.get()) : Signature.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no provider for " + algorithm, e);
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no provider for " + algorithm, e);
        }
    }

    private static Optional<Provider> findNative() {
        if ("jdk".equalsIgnoreCase(System.getProperty("voltrail.crypto"))) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            type.getMethod("assertHealthy").invoke(provider);
            return Optional.of(provider);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("The native crypto provider is not available, the JDK's is used", e);
            return Optional.empty();
        }
    }
}
