package org.voltrail.network.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final KeyPair KEYS = Ecdsa.newKeyPair();
    private static final BigInteger ORDER = ((ECPublicKey) KEYS.getPublic()).getParams().getOrder();

    @Property(tries = 200)
    void aSignatureHasLowSAndVerifiesHereAndWithTheJdk(@ForAll @Size(max = 300) byte[] message) throws GeneralSecurityException {
        byte[] signature = MessageSigner.of(KEYS.getPrivate(), KEYS.getPublic()).sign(message);
        assertThat(EcdsaSignature.parse(signature).orElseThrow().isLow(ORDER)).isTrue();
        assertThat(SignatureVerifier.of(KEYS.getPublic()).verify(message, signature)).isTrue();
        assertThat(verifiesWithTheJdk(message, signature)).isTrue();
    }

    @Property(tries = 100)
    void aSignatureOfTheJdkVerifiesOnceItHasLowS(@ForAll @Size(max = 300) byte[] message) throws GeneralSecurityException {
        Signature jdk = Signature.getInstance("SHA256withECDSA");
        jdk.initSign(KEYS.getPrivate());
        jdk.update(message);
        EcdsaSignature made = EcdsaSignature.parse(jdk.sign()).orElseThrow();
        SignatureVerifier verifier = SignatureVerifier.of(KEYS.getPublic());
        EcdsaSignature low = made.toLow(ORDER);
        EcdsaSignature high = new EcdsaSignature(low.r(), ORDER.subtract(low.s()));
        assertThat(verifier.verify(message, low.encode())).isTrue();
        assertThat(verifier.verify(message, high.encode())).isFalse();
    }

    @Test
    void aChangedMessageOrSignatureOrAnotherKeyDoesNotVerify() throws InvalidKeyException {
        byte[] message = "a battery".getBytes();
        byte[] signature = MessageSigner.of(KEYS.getPrivate(), KEYS.getPublic()).sign(message);
        byte[] changed = signature.clone();
        changed[changed.length - 1] ^= 1;
        SignatureVerifier verifier = SignatureVerifier.of(KEYS.getPublic());
        assertThat(verifier.verify("another".getBytes(), signature)).isFalse();
        assertThat(verifier.verify(message, changed)).isFalse();
        assertThat(verifier.verify(message, new byte[0])).isFalse();
        assertThat(SignatureVerifier.of(Ecdsa.newKeyPair().getPublic()).verify(message, signature)).isFalse();
    }

    @Test
    void aPrivateKeyThatDoesNotFitThePublicKeyIsRefused() {
        assertThatThrownBy(() -> MessageSigner.of(KEYS.getPrivate(), Ecdsa.newKeyPair().getPublic()))
                .isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void ed25519SignaturesAreVerified() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();
        SignatureVerifier verifier = SignatureVerifier.of(keys.getPublic());
        assertThat(verifier.verify(new byte[] {1, 2, 3}, signature)).isTrue();
        assertThat(verifier.verify(new byte[] {1, 2, 4}, signature)).isFalse();
    }

    @Test
    void rsaKeysAreRefused() throws GeneralSecurityException {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThatThrownBy(() -> SignatureVerifier.of(rsa.getPublic())).isInstanceOf(InvalidKeyException.class).hasMessageContaining("RSA is not supported");
    }

    private static boolean verifiesWithTheJdk(byte[] message, byte[] signature) throws GeneralSecurityException {
        Signature jdk = Signature.getInstance("SHA256withECDSA");
        jdk.initVerify(KEYS.getPublic());
        jdk.update(message);
        return jdk.verify(signature);
    }
}
