package org.voltrail.contract.service;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends what the shim logs to SLF4J, and less of it: it logs every refusal as severe and every start in a dozen lines. Refusals
 * are ordinary here, and faults are logged by the dispatcher.
 */
final class ShimLogging {
    private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric");
    private static final Logger TASKS = Logger.getLogger("org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask");
    private static final Logger STREAMS = Logger.getLogger("org.hyperledger.fabric.shim.ChaincodeBase");

    private ShimLogging() {}

    static void quieten() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        SHIM.setLevel(Level.WARNING);
        List.of(TASKS, STREAMS).forEach(logger -> logger.setLevel(Level.OFF));
    }
}
