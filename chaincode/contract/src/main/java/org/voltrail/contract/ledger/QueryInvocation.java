package org.voltrail.contract.ledger;

import org.hyperledger.fabric.shim.ChaincodeStub;
import org.voltrail.model.Check;
import org.voltrail.model.Query;
import org.voltrail.model.json.CanonicalJson;

/** Parses, validates and answers a query. */
record QueryInvocation<Q extends Query<R>, R>(Class<Q> request, QueryHandler<Q, R> handler) implements Invocation {
    @Override
    public byte[] invoke(ChaincodeStub stub, byte[] argument, Caller caller, MultiGet multiGet) {
        Q query = CanonicalJson.read(argument, request);
        query.validate(Check.root());
        return CanonicalJson.write(handler.handle(new LedgerView(stub, caller, multiGet), query));
    }

    @Override
    public void prepare() {
        CanonicalJson.prepare(request);
    }

    @Override
    public boolean submits() {
        return false;
    }
}
