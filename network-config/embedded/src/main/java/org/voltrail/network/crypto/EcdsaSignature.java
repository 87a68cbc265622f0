package org.voltrail.network.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * An ECDSA signature: {@code r} and {@code s}, both positive.
 *
 * <p>Of the two equivalent values of {@code s} Fabric makes and accepts only the low one, at most half the curve's order
 * ({@code bccsp/utils/ecdsa.go}), so that nobody can change a signature's bytes without the key.
 */
public record EcdsaSignature(BigInteger r, BigInteger s) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int SHORT_FORM_MAX = 0x7f;

    public EcdsaSignature {
        if (r.signum() <= 0 || s.signum() <= 0) {
            throw new IllegalArgumentException("r and s must be larger than zero");
        }
    }

    /** Reads the DER form; what follows it is ignored, as in Fabric. Empty when it is not a signature in DER. */
    public static Optional<EcdsaSignature> parse(byte[] der) {
        return new DerReader(der).signature();
    }

    /** The DER form, SEQUENCE of two INTEGERs. */
    public byte[] encode() {
        byte[] rBytes = r.toByteArray();
        byte[] sBytes = s.toByteArray();
        int content = lengthOfInteger(rBytes) + lengthOfInteger(sBytes);
        byte[] der = new byte[1 + lengthOfLength(content) + content];
        int at = writeInteger(der, writeHeader(der, 0, SEQUENCE, content), rBytes);
        writeInteger(der, at, sBytes);
        return der;
    }

    /** Whether {@code s} is the low one of the two on a curve of this order. */
    public boolean isLow(BigInteger order) {
        return s.compareTo(order.shiftRight(1)) <= 0;
    }

    /** The same signature with the low {@code s} on a curve of this order. */
    public EcdsaSignature toLow(BigInteger order) {
        return isLow(order) ? this : new EcdsaSignature(r, order.subtract(s));
    }

    private static int lengthOfInteger(byte[] value) {
        return 1 + lengthOfLength(value.length) + value.length;
    }

    private static int lengthOfLength(int length) {
        return length <= SHORT_FORM_MAX ? 1 : 2;
    }

    private static int writeInteger(byte[] der, int at, byte[] value) {
        int start = writeHeader(der, at, INTEGER, value.length);
        System.arraycopy(value, 0, der, start, value.length);
        return start + value.length;
    }

    private static int writeHeader(byte[] der, int at, int tag, int length) {
        int next = at;
        der[next++] = (byte) tag;
        if (length > SHORT_FORM_MAX) {
            der[next++] = (byte) 0x81;
        }
        der[next++] = (byte) length;
        return next;
    }

    /** Reads SEQUENCE{INTEGER, INTEGER} with minimal lengths and minimal integers, as DER demands. */
    private static final class DerReader {
        private final byte[] der;
        private int at;

        DerReader(byte[] der) {
            this.der = der;
        }

        Optional<EcdsaSignature> signature() {
            int length = header(SEQUENCE);
            int end = at + length;
            if (length < 0 || end > der.length) {
                return Optional.empty();
            }
            BigInteger r = integer(end);
            BigInteger s = integer(end);
            boolean wellFormed = at == end && r.signum() > 0 && s.signum() > 0;
            return wellFormed ? Optional.of(new EcdsaSignature(r, s)) : Optional.empty();
        }

        /** The integer's value, or zero (which no signature holds) when it is malformed. */
        private BigInteger integer(int end) {
            int length = header(INTEGER);
            if (length <= 0 || at + length > end || !isMinimal(length)) {
                return BigInteger.ZERO;
            }
            BigInteger value = new BigInteger(Arrays.copyOfRange(der, at, at + length));
            at += length;
            return value;
        }

        private boolean isMinimal(int length) {
            return length == 1 || !(der[at] == 0 && der[at + 1] >= 0 || der[at] == -1 && der[at + 1] < 0);
        }

        /** The content's length, or -1 when the header is not the wanted one in its shortest form. */
        private int header(int tag) {
            if (at + 2 > der.length || der[at] != tag) {
                return -1;
            }
            int length = der[at + 1] & 0xff;
            at += 2;
            return length <= SHORT_FORM_MAX ? length : longForm(length);
        }

        private int longForm(int first) {
            if (first != 0x81 || at >= der.length || der[at] >= 0) {
                return -1;
            }
            return der[at++] & 0xff;
        }
    }
}
