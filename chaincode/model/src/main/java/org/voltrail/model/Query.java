package org.voltrail.model;

/**
 * A question that the chaincode answers from the peer's current state and that leaves no trace on the ledger. Implementations
 * are records, one for each query; their canonical JSON is the transaction's only argument.
 *
 * @param <R> the answer
 */
public interface Query<R> extends Validated {
    /** Name of the contract, for example {@code battery}. */
    String contract();

    /** Name of the transaction function within the contract: the record's name, for example {@code get}. */
    default String transaction() {
        return Names.transaction(getClass());
    }

    /** Class of the answer, read from the transaction's JSON result. */
    Class<R> resultType();
}
