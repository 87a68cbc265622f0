package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.client.offline.UnsignedTransaction;
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

    /**
     * Expects that a step fails, and that no block was added.
     *
     * @param stage exception of the step
     * @param words what the gateway, a peer or the orderer says
     */
    static <E extends TransactionException> void stopped(
            VoltrailClient witness, Class<E> stage, Status.Code status, String words, ThrowingCallable step) {
        long before = height(witness);
        E failure = catchThrowableOfType(stage, step);
        assertThat(failure).as("failure of the step").isNotNull();
        assertThat(failure.status()).as("status of: %s", failure.getMessage()).isEqualTo(status);
        assertThat(failure).hasMessageContaining(words);
        assertThat(height(witness)).as("height after a refusal").isEqualTo(before);
    }

    /** Submits a transaction, expects it in a block as invalid for this reason, and that the battery's document stays what it was. */
    static void invalid(String battery, VoltrailClient client, UnsignedTransaction<?> transaction, TxValidationCode reason) {
        Battery before = client.evaluate(new BatteryQuery.Get(battery));
        CommitException failure = catchThrowableOfType(CommitException.class, () -> new Steps(client).committed(transaction));
        assertThat(failure).as("failure of the commit").isNotNull();
        assertThat(failure.validationCode()).isEqualTo(reason);
        assertThat(client.evaluate(new BatteryQuery.Get(battery))).isEqualTo(before);
    }

    static long height(VoltrailClient client) {
        return client.height().toCompletableFuture().join();
    }
}
