package org.voltrail.contract.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Key material of a chaincode server, PEM.
 *
 * @param certificate certificate chain
 * @param key private key, PKCS#8
 * @param clientRoots certificates of the authorities whose clients (the peers) are let in; null for any client
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientRoots) {}
