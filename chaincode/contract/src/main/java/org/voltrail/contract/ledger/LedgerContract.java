package org.voltrail.contract.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.voltrail.model.Command;
import org.voltrail.model.Names;
import org.voltrail.model.Query;

/**
 * A contract: the transaction functions of one capability. Subclasses name their handlers in the constructor:
 *
 * <pre>{@code
 * submit(BatteryCommand.Register.class, registration::register);
 * answer(BatteryQuery.Get.class, queries::get);
 * }</pre>
 */
public abstract class LedgerContract {
    private final String name;
    private final Map<String, Invocation> functions = new TreeMap<>();

    /** A contract without functions. */
    protected LedgerContract(String name) {
        this.name = name;
    }

    /** Carries out commands of a class with a handler. */
    protected final <C extends Command<R>, R> void submit(Class<C> command, CommandHandler<C, R> handler) {
        submit(command, handler, (request, msp) -> List.of());
    }

    /** The same; the function names keys that the handler will read, so that they come in one round trip with the others. */
    protected final <C extends Command<R>, R> void submit(
            Class<C> command, CommandHandler<C, R> handler, BiFunction<C, String, List<String>> keys) {
        String function = Names.transaction(command);
        add(function, new CommandInvocation<>(name + ":" + function, command, handler, keys));
    }

    /**
     * Carries out commands that write private data and nothing else, so that only the organisations concerned need to endorse
     * them and see their transient data. They leave no command record and emit no event; their handlers must not mind repetition.
     */
    protected final <C extends Command<R>, R> void submitPrivately(Class<C> command, CommandHandler<C, R> handler) {
        add(Names.transaction(command), new PrivateInvocation<>(command, handler));
    }

    /** Answers queries of a class with a handler. */
    protected final <Q extends Query<R>, R> void answer(Class<Q> query, QueryHandler<Q, R> handler) {
        add(Names.transaction(query), new QueryInvocation<>(query, handler));
    }

    private void add(String function, Invocation invocation) {
        if (functions.put(function, invocation) != null) {
            throw new IllegalStateException(name + ":" + function + " has two handlers");
        }
    }

    /** Name of the contract. */
    public final String name() {
        return name;
    }

    final Map<String, Invocation> functions() {
        return Collections.unmodifiableMap(functions);
    }
}
