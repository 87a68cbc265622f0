package org.voltrail.network.crypto;

import java.io.IOException;

/** Text that should hold a certificate, a key or a revocation list in PEM and does not. */
public final class PemFormatException extends IOException {
    public PemFormatException(String message) {
        super(message);
    }

    public PemFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
