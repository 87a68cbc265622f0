package org.voltrail.model;

/** A value that came from outside and can say what is wrong with it. */
@FunctionalInterface
public interface Validated {
    /**
     * Checks what can be checked without looking at the ledger.
     *
     * @param check knows the path of this value within the request
     * @throws LedgerException with the first fault and the path of its field
     */
    void validate(Check check);
}
