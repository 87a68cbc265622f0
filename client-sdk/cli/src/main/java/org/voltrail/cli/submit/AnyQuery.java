package org.voltrail.cli.submit;

import java.util.Iterator;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.model.Check;
import org.voltrail.model.Query;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voltrail query}. */
@Command(name = "query",
        description = "Ask any query of the chaincode by its name, with its fields as JSON. For what has no command of its own.",
        footer = {"", "Example:", "  voltrail query oversight:participants '{\"pageSize\":100}'"})
public final class AnyQuery extends CliCommand {

    @Parameters(index = "0", paramLabel = "CONTRACT:TRANSACTION", completionCandidates = Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "JSON", defaultValue = "{}",
            description = "Its fields (default: ${DEFAULT-VALUE}); @FILE reads a file, - standard input.")
    private String json = "{}";

    /** For picocli. */
    public AnyQuery() {}

    @Override
    @SuppressWarnings("unchecked")
    protected ExitCode run(Session session, Console console) {
        Query<Object> query = CanonicalJson.read(JsonArgument.read(json), Contracts.QUERIES.get(name));
        query.validate(Check.root());
        console.result(session.client().evaluate(query));
        return ExitCode.OK;
    }

    /** The names of all queries. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Contracts.QUERIES.names().iterator();
        }
    }
}
