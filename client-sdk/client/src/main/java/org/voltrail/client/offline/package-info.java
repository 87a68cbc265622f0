/**
 * Transactions whose signatures are made elsewhere: in a hardware module, on a phone, in another process. The private key never
 * comes near this client. Each step hands out bytes and the digest to sign and takes the signature back; the bytes are those of the
 * Fabric Gateway's own off-line signing, so that other Fabric clients can take part.
 *
 * <pre>{@code
 * UnsignedProposal<BatteryReceipt> proposal = client.offline().propose(command, CommandOptions.NONE);
 * UnsignedTransaction<BatteryReceipt> transaction = client.offline().endorse(proposal, signer.sign(proposal.digest())).toCompletableFuture().join();
 * UnsignedCommitStatus<BatteryReceipt> question = client.offline().submit(transaction, signer.sign(transaction.digest())).toCompletableFuture().join();
 * Committed<BatteryReceipt> done = client.offline().commitStatus(question, signer.sign(question.digest())).toCompletableFuture().join();
 * }</pre>
 */
@NullMarked
package org.voltrail.client.offline;

import org.jspecify.annotations.NullMarked;
