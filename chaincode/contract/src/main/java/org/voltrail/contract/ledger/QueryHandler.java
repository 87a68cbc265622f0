package org.voltrail.contract.ledger;

/** Answers one kind of query. Refuses by throwing {@link org.voltrail.model.LedgerException}. */
@FunctionalInterface
public interface QueryHandler<Q, R> {
    /** Answers from the state. The query itself has been validated. */
    R handle(LedgerView view, Q query);
}
