/**
 * Who signs: identities of an organisation's members, their keys and certificates, and wallets that keep them.
 *
 * <pre>{@code
 * Wallet wallet = FileWallet.open(Path.of("wallet"));
 * wallet.put("clerk", LedgerIdentity.of("ManufacturerMSP", Pem.certificate(cert), Pem.privateKey(key)));
 * LedgerIdentity clerk = wallet.get("clerk").orElseThrow();
 * }</pre>
 */
@NullMarked
package org.voltrail.client.identity;

import org.jspecify.annotations.NullMarked;
