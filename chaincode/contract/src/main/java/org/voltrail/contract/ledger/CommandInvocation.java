package org.voltrail.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.json.CanonicalJson;

/** Parses, validates and carries out a command, once for each command id. */
record CommandInvocation<C extends Command<R>, R>(
        String name, Class<C> request, CommandHandler<C, R> handler, BiFunction<C, String, List<String>> keys)
        implements Invocation {
    @Override
    public byte[] invoke(ChaincodeStub stub, byte[] argument, Caller caller, MultiGet multiGet) {
        CommandEnvelope<C> envelope = CanonicalJson.readEnvelope(argument, request);
        envelope.validate(Check.root());
        LedgerTransaction transaction =
                new LedgerTransaction(stub, caller, multiGet, envelope.commandId(), envelope.expectedHeads());
        String key = Keys.command(caller.msp(), envelope.commandId());
        transaction.prefetch(needed(envelope.command(), caller.msp(), key));
        String hash = CanonicalJson.sha256(argument);
        Optional<CommandRecord> before = transaction.find(key, CommandRecord.class);
        return before.isPresent() ? repeat(before.get(), hash) : carryOut(transaction, envelope.command(), key, hash);
    }

    private List<String> needed(C command, String msp, String commandKey) {
        List<String> needed = new ArrayList<>(keys.apply(command, msp));
        needed.add(commandKey);
        needed.add(Keys.participant(msp));
        return needed;
    }

    private byte[] repeat(CommandRecord before, String hash) {
        if (!before.repeats(name, hash)) {
            throw LedgerError.of(ErrorCode.COMMAND_ID_REUSED, "This command id stands for another command.")
                    .comparing(before.transaction() + " " + before.requestHash(), name + " " + hash)
                    .advising("Choose a new command id.")
                    .exception();
        }
        return CanonicalJson.write(before.result());
    }

    private byte[] carryOut(LedgerTransaction transaction, C command, String key, String hash) {
        transaction.expectHeads();
        JsonNode result = CanonicalJson.tree(handler.handle(transaction, command));
        transaction.put(key, new CommandRecord(transaction.txId(), name, hash, result));
        transaction.write();
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
