package org.voltrail.network.chaincode;

import java.util.Optional;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.Simulator;

/** What a peer knows of the chaincodes that it may execute. */
public interface ChaincodeDirectory {
    /**
     * The chaincode that the channel has agreed on, as this peer's organisation runs it. Reading the definition adds its sequence
     * number to the simulation's reads.
     *
     * @throws ChaincodeException when the chaincode is not defined, not approved by this organisation, or not installed
     */
    RunnableChaincode find(String channelId, String chaincodeName, Simulator simulator) throws ChaincodeException, LedgerException;

    /** Where the server of an installed package is reached. */
    Optional<ChaincodeEndpoint> endpoint(String packageId);
}
