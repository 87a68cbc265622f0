package org.voltrail.contract.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.json.CanonicalJson;

/**
 * Takes each proposal to its transaction function and turns refusals into responses with status 500 whose message is a
 * {@link LedgerError}. Thread-safe.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String METADATA = "org.hyperledger.fabric:GetMetadata";

    private final Callers callers = new Callers();
    private final Map<String, Invocation> functions = new HashMap<>();
    private final byte[] metadata;
    private final TimeGuard timeGuard;

    /** A dispatcher for the contracts that believes every time. */
    public Dispatcher(List<? extends LedgerContract> contracts) {
        this(contracts, TimeGuard.NONE);
    }

    /** A dispatcher for the contracts. */
    public Dispatcher(List<? extends LedgerContract> contracts, TimeGuard timeGuard) {
        this.timeGuard = timeGuard;
        contracts.forEach(contract ->
                contract.functions().forEach((name, function) -> functions.put(contract.name() + ":" + name, function)));
        metadata = CanonicalJson.write(ContractMetadata.of(contracts));
        functions.values().forEach(Invocation::prepare);
    }

    /** Simulates the stub's proposal. Never throws. */
    public Chaincode.Response invoke(ChaincodeStub stub, MultiGet multiGet) {
        try {
            return ResponseUtils.newSuccessResponse(payload(stub, multiGet));
        } catch (LedgerException refusal) {
            return refused(refusal.error());
        } catch (RuntimeException fault) {
            LOG.error("Transaction {} failed", stub.getTxId(), fault);
            return refused(LedgerError.of(ErrorCode.INTERNAL, "The chaincode failed: " + fault));
        }
    }

    private byte[] payload(ChaincodeStub stub, MultiGet multiGet) {
        List<byte[]> arguments = stub.getArgs();
        String function = arguments.isEmpty() ? "" : new String(arguments.get(0), StandardCharsets.UTF_8);
        if (function.equals(METADATA)) {
            return metadata;
        }
        Invocation invocation = functions.get(function);
        if (invocation == null || arguments.size() != 2) {
            throw unknown(function, arguments.size() - 1);
        }
        if (invocation.submits()) {
            timeGuard.demand(stub.getTxTimestamp());
        }
        return invocation.invoke(stub, arguments.get(1), callers.caller(stub.getCreator()), multiGet);
    }

    private LedgerException unknown(String function, int arguments) {
        boolean known = functions.containsKey(function);
        String message = known ? "The transaction takes one argument." : "There is no such transaction.";
        return LedgerError.of(ErrorCode.MALFORMED_REQUEST, message)
                .comparing(known ? "1 argument" : "contract:transaction", known ? arguments + " arguments" : function)
                .exception();
    }

    private static Chaincode.Response refused(LedgerError error) {
        LOG.debug("Refused: {}", error);
        return ResponseUtils.newErrorResponse(CanonicalJson.writeString(error));
    }
}
