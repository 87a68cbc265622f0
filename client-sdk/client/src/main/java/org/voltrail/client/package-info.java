/**
 * Client for applications: typed commands, queries and events on the Voltrail ledger.
 *
 * <pre>{@code
 * ConnectionProfile profile = ConnectionProfile.load(Path.of("manufacturer.yaml"));
 * LedgerIdentity identity = FileWallet.open(Path.of("wallet")).get("clerk").orElseThrow();
 * try (VoltrailClient client = VoltrailClient.connect(profile, identity)) {
 *     Committed<BatteryReceipt> registered = client.submitAndWait(new BatteryCommand.Register(registration));
 *     System.out.println(registered.result().battery() + " is in block " + registered.blockNumber());
 *     try (LedgerReader<EventRecord> events = client.events().read(StartPosition.oldest())) {
 *         events.forEachRemaining(record -> System.out.println(record.event().type()));
 *     }
 * } catch (LedgerRefusedException refused) {
 *     System.err.println(refused.error().code() + ": " + refused.error().message());
 * }
 * }</pre>
 */
@NullMarked
package org.voltrail.client;

import org.jspecify.annotations.NullMarked;
