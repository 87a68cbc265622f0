package org.voltrail.contract.ledger;

/** Carries out one kind of command. Refuses by throwing {@link org.voltrail.model.LedgerException}. */
@FunctionalInterface
public interface CommandHandler<C, R> {
    /** Checks the rules against the ledger and states the changes. The command itself has been validated. */
    R handle(LedgerTransaction transaction, C command);
}
