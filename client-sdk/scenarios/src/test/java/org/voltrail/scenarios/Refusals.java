package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.Command;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;

/** What it means that the ledger refuses: a stable code, and nothing changed. */
final class Refusals {
    private Refusals() {}

    /** Submits, expects a refusal with the code, and that no block was added. */
    static LedgerError refused(VoltrailClient client, Command<?> command, ErrorCode code) {
        long before = height(client);
        LedgerRefusedException refusal = catchThrowableOfType(LedgerRefusedException.class, () -> client.submitAndWait(command));
        assertThat(refusal).as("refusal of %s", command.transaction()).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(height(client)).as("height after a refusal").isEqualTo(before);
        return refusal.error();
    }

    /** As {@link #refused}, and the battery's document stays what it was. */
    static LedgerError refusedFor(String battery, VoltrailClient client, Command<?> command, ErrorCode code) {
        Battery before = client.evaluate(new BatteryQuery.Get(battery));
        LedgerError error = refused(client, command, code);
        assertThat(client.evaluate(new BatteryQuery.Get(battery))).isEqualTo(before);
        return error;
    }

    private static long height(VoltrailClient client) {
        return client.height().toCompletableFuture().join();
    }
}
