package org.voltrail.network.crypto;

import java.nio.file.Path;

/** A TLS certificate, its key (PKCS#8, private to its owner) and the authority to trust for the other side, all in PEM. */
public record TlsMaterial(Path certificate, Path key, Path authority) {}
