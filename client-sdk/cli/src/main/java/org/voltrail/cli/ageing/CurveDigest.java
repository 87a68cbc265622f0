package org.voltrail.cli.ageing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the lines of a raw curve, each ended by a line feed. */
final class CurveDigest {

    private final MessageDigest sha256;

    CurveDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    void line(String line) {
        sha256.update(line.getBytes(StandardCharsets.US_ASCII));
        sha256.update((byte) '\n');
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
