package org.voltrail.cli.battery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.voltrail.cli.bulk.BatchTarget;
import org.voltrail.cli.bulk.FaultyEntries;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryRegistration;

/**
 * Sends batches of registrations. When one is refused because a battery exists, all batteries of the batch are looked up at
 * once: the ledger names only the first, and a batch may hold hundreds that an earlier import brought there.
 */
final class RegistrationTarget implements BatchTarget<BatteryRegistration> {

    private final VoltrailClient client;

    RegistrationTarget(VoltrailClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<String> send(String commandId, List<BatteryRegistration> entries) {
        CommandOptions options = CommandOptions.NONE.withCommandId(commandId);
        return client.submit(new BatteryCommand.RegisterBatch(entries), options).thenApply(committed -> committed.transactionId());
    }

    @Override
    public CompletionStage<Map<Integer, Verdict>> judge(List<BatteryRegistration> entries, LedgerError error) {
        Map<Integer, Verdict> named = FaultyEntries.named(error);
        if (named.isEmpty() || error.code() != ErrorCode.BATTERY_EXISTS) {
            return CompletableFuture.completedStage(named);
        }
        LedgerError reason = ((Verdict.Refused) named.values().iterator().next()).error();
        return existing(entries, reason).thenApply(found -> found.isEmpty() ? named : found);
    }

    private CompletionStage<Map<Integer, Verdict>> existing(List<BatteryRegistration> entries, LedgerError reason) {
        List<CompletableFuture<Optional<Verdict>>> lookups =
                entries.stream().map(entry -> lookup(entry, reason).toCompletableFuture()).toList();
        return CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<Integer, Verdict> verdicts = new HashMap<>();
            for (int i = 0; i < lookups.size(); i++) {
                int position = i;
                lookups.get(i).join().ifPresent(verdict -> verdicts.put(position, verdict));
            }
            return verdicts;
        });
    }

    /** Empty if the battery is not there, so that nothing is wrong with the entry. */
    private CompletionStage<Optional<Verdict>> lookup(BatteryRegistration entry, LedgerError reason) {
        return client.evaluateAsync(new BatteryQuery.Get(entry.id()))
                .thenApply(battery -> Optional.of(verdict(battery, entry, reason)))
                .exceptionallyCompose(e -> notFound(e)
                        ? CompletableFuture.completedStage(Optional.empty())
                        : CompletableFuture.failedStage(e));
    }

    private Verdict verdict(Battery battery, BatteryRegistration entry, LedgerError reason) {
        return same(battery, entry) ? new Verdict.Present() : new Verdict.Refused(reason);
    }

    private static boolean notFound(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof LedgerRefusedException refused && refused.code() == ErrorCode.BATTERY_NOT_FOUND;
    }

    private boolean same(Battery battery, BatteryRegistration entry) {
        String msp = client.identity().mspId();
        BatteryRegistration normal = entry.normalised(msp);
        return battery.parties().manufacturer().equals(msp)
                && battery.specification().equals(normal.specification())
                && battery.identities().containsAll(normal.identities());
    }
}
