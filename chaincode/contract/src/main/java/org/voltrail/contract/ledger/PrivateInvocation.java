package org.voltrail.contract.ledger;

import org.hyperledger.fabric.shim.ChaincodeStub;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.json.CanonicalJson;

/** Parses, validates and carries out a command that writes private data only. */
record PrivateInvocation<C extends Command<R>, R>(Class<C> request, CommandHandler<C, R> handler) implements Invocation {
    @Override
    public byte[] invoke(ChaincodeStub stub, byte[] argument, Caller caller, MultiGet multiGet) {
        CommandEnvelope<C> envelope = CanonicalJson.readEnvelope(argument, request);
        envelope.validate(Check.root());
        LedgerTransaction transaction =
                new LedgerTransaction(stub, caller, multiGet, envelope.commandId(), envelope.expectedHeads());
        R result = handler.handle(transaction, envelope.command());
        transaction.writePrivately();
        return CanonicalJson.write(result);
    }

    @Override
    public void prepare() {
        CanonicalJson.prepareEnvelope(request);
    }

    @Override
    public boolean submits() {
        return true;
    }
}
