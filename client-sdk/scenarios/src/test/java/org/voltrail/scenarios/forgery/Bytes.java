package org.voltrail.scenarios.forgery;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;

/** Changes to encoded messages. */
final class Bytes {
    private Bytes() {}

    /** Puts another text in the place of one of the same length, wherever it stands, so that all lengths around it stay right. */
    static ByteString replace(ByteString encoded, String target, String replacement) {
        String text = encoded.toString(StandardCharsets.ISO_8859_1);
        if (target.length() != replacement.length() || !text.contains(target)) {
            throw new IllegalArgumentException("\"" + target + "\" cannot be replaced by \"" + replacement + "\"");
        }
        return ByteString.copyFrom(text.replace(target, replacement), StandardCharsets.ISO_8859_1);
    }
}
