package org.voltrail.contract.ledger;

import org.hyperledger.fabric.shim.ChaincodeStub;

/** A transaction function, ready to be invoked. */
interface Invocation {
    /**
     * Simulates.
     *
     * @param argument the one argument of the proposal
     * @return the result's JSON
     */
    byte[] invoke(ChaincodeStub stub, byte[] argument, Caller caller, MultiGet multiGet);

    /** Does ahead of the first invocation what takes time. */
    void prepare();

    /** Class of the request. */
    Class<?> request();

    /** Whether it changes the ledger. */
    boolean submits();
}
