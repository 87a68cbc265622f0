package org.voltrail.client.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses who computes: the Amazon Corretto Crypto Provider if it is on the class path and its native library loads, else the Java
 * platform. The provider is asked directly and never installed for the whole process.
 */
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final @Nullable Provider FAST = corretto();

    private Providers() {}

    /** Name of the provider that signs. */
    public static String name() {
        return FAST == null ? "Java platform" : FAST.getName();
    }

    /** A signature algorithm. */
    public static Signature signature(String algorithm) throws GeneralSecurityException {
        return FAST == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, FAST);
    }

    /** A factory of elliptic-curve keys. */
    public static KeyFactory ecKeys() throws GeneralSecurityException {
        return FAST == null ? KeyFactory.getInstance("EC") : KeyFactory.getInstance("EC", FAST);
    }

    /** A generator of elliptic-curve keys. */
    public static KeyPairGenerator ecKeyPairs() throws GeneralSecurityException {
        return FAST == null ? KeyPairGenerator.getInstance("EC") : KeyPairGenerator.getInstance("EC", FAST);
    }

    private static @Nullable Provider corretto() {
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            Object fault = type.getMethod("getLoadingError").invoke(provider);
            if (fault instanceof Throwable error) {
                LOG.warn("The Corretto crypto provider does not load here ({}); signing with the Java platform", error.getMessage());
                return null;
            }
            return provider;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("No Corretto crypto provider; signing with the Java platform", e);
            return null;
        }
    }
}
