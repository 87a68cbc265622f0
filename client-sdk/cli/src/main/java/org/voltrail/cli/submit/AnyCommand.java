package org.voltrail.cli.submit;

import java.util.Iterator;
import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code voltrail submit}. */
@CommandLine.Command(name = "submit",
        description = "Submit any command of the chaincode by its name, with its fields as JSON. For what has no command of its own.",
        footer = {"", "Example:", "  voltrail submit oversight:suspend '{\"msp\":\"CarrierMSP\",\"reason\":\"licence ended\"}'"})
public final class AnyCommand extends SubmitCommand<Object> {

    @Parameters(index = "0", paramLabel = "CONTRACT:TRANSACTION", completionCandidates = Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "JSON", description = "Its fields; @FILE reads a file, - standard input.")
    private String json = "";

    /** For picocli. */
    public AnyCommand() {}

    @Override
    @SuppressWarnings("unchecked")
    protected Command<Object> command(Session session) {
        return CanonicalJson.read(JsonArgument.read(json), Contracts.COMMANDS.get(name));
    }

    /** The names of all commands. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Contracts.COMMANDS.names().iterator();
        }
    }
}
