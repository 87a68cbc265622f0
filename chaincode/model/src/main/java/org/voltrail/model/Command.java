package org.voltrail.model;

/**
 * What an organisation asks the ledger to do. Implementations are records, one for each transaction of the chaincode; their
 * canonical JSON is the {@code command} field of a {@link CommandEnvelope}.
 *
 * @param <R> what the transaction answers
 */
public interface Command<R> extends Validated {
    /** Name of the contract, for example {@code battery}. */
    String contract();

    /** Name of the transaction function within the contract: the record's name, for example {@code register}. */
    default String transaction() {
        return Names.transaction(getClass());
    }

    /** Class of the answer, read from the transaction's JSON result. */
    Class<R> resultType();
}
