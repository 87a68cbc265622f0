package org.voltrail.network.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

class EcdsaSignatureTest {
    private static final BigInteger ORDER = new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

    @Property
    void encodesAsAnyDerLibraryDoes(
            @ForAll @BigRange(min = "1", max = "115792089210356248762697446949407573529996955224135760342422259061068512044368") BigInteger r,
            @ForAll @BigRange(min = "1", max = "115792089210356248762697446949407573529996955224135760342422259061068512044368") BigInteger s)
            throws IOException {
        byte[] expected = new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        assertThat(new EcdsaSignature(r, s).encode()).isEqualTo(expected);
        assertThat(EcdsaSignature.parse(expected)).contains(new EcdsaSignature(r, s));
    }

    @Property
    void theLowFormIsLowAndKeepsItsDistanceFromZeroOrTheOrder(
            @ForAll @BigRange(min = "1", max = "115792089210356248762697446949407573529996955224135760342422259061068512044368") BigInteger s) {
        EcdsaSignature low = new EcdsaSignature(BigInteger.ONE, s).toLow(ORDER);
        assertThat(low.isLow(ORDER)).isTrue();
        assertThat(low.s()).isIn(s, ORDER.subtract(s));
    }

    @Property
    void anythingAtAllIsParsedOrRefusedWithoutAnException(@ForAll @Size(max = 80) byte[] bytes) {
        EcdsaSignature.parse(bytes).ifPresent(signature -> assertThat(Arrays.copyOf(bytes, signature.encode().length)).isEqualTo(signature.encode()));
    }

    @Property
    void aTruncatedSignatureIsRefused(
            @ForAll @BigRange(min = "1", max = "115792089210356248762697446949407573529996955224135760342422259061068512044368") BigInteger r, @ForAll @BigRange(min = "1", max = "99") BigInteger s) {
        byte[] der = new EcdsaSignature(r, s).encode();
        for (int length = 0; length < der.length; length++) {
            assertThat(EcdsaSignature.parse(Arrays.copyOf(der, length))).isEmpty();
        }
    }

    @Test
    void zeroAndNegativeAndNonMinimalIntegersAreRefused() {
        assertThat(EcdsaSignature.parse(new byte[] {0x30, 6, 2, 1, 0, 2, 1, 1})).isEmpty();
        assertThat(EcdsaSignature.parse(new byte[] {0x30, 6, 2, 1, 1, 2, 1, -1})).isEmpty();
        assertThat(EcdsaSignature.parse(new byte[] {0x30, 7, 2, 2, 0, 1, 2, 1, 1})).isEmpty();
        assertThat(EcdsaSignature.parse(new byte[] {0x30, (byte) 0x81, 6, 2, 1, 1, 2, 1, 1})).isEmpty();
    }

    @Test
    void bytesAfterTheSignatureAreIgnoredAsInFabric() {
        assertThat(EcdsaSignature.parse(new byte[] {0x30, 6, 2, 1, 1, 2, 1, 1, 9, 9})).isPresent();
    }
}
