package org.voltrail.scenarios;

import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryReceipt;

/**
 * A command that was given to the SDK, and what the SDK said.
 *
 * @param battery the battery that it is about
 */
record Attempt(CommandId commandId, String battery, Command<BatteryReceipt> command, Outcome outcome) {
    /** What the SDK said. */
    sealed interface Outcome {}

    /** The command has been carried out. */
    record Acknowledged(Committed<BatteryReceipt> committed) implements Outcome {}

    /** The command has not been carried out: nothing had been submitted. */
    record NotEndorsed(TransactionException failure) implements Outcome {}

    /** Nobody knows. */
    record Unknown(TransactionException failure) implements Outcome {}

    boolean isAcknowledged() {
        return outcome instanceof Acknowledged;
    }

    Committed<BatteryReceipt> committed() {
        return ((Acknowledged) outcome).committed();
    }
}
