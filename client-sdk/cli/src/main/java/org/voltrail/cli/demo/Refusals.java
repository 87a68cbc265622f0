package org.voltrail.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.Command;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;

/** Provokes refusals and remembers them. A command that should be refused and is not, or for another reason, fails the demonstration. */
final class Refusals {

    /**
     * A refusal.
     *
     * @param attempt what was tried
     * @param by MSP id of who tried
     * @param code the ledger's stable code
     * @param message the ledger's words
     */
    record Refusal(String attempt, String by, ErrorCode code, String message) {}

    private final List<Refusal> refusals = new ArrayList<>();

    /** Submits a command that the ledger must refuse with this code. */
    void demand(String attempt, ErrorCode expected, VoltrailClient client, Command<?> command) {
        LedgerError error = refused(attempt, client, command);
        if (error.code() != expected) {
            throw new CliException(ExitCode.CHECK, attempt + ": refused with " + error.code() + " (" + error.message()
                    + "), expected was " + expected + ".", null);
        }
        refusals.add(new Refusal(attempt, client.identity().mspId(), error.code(), error.message()));
    }

    private static LedgerError refused(String attempt, VoltrailClient client, Command<?> command) {
        try {
            client.submitAndWait(command);
        } catch (LedgerRefusedException e) {
            return e.error();
        }
        throw new CliException(ExitCode.CHECK, attempt + ": the ledger let it pass.", null);
    }

    List<Refusal> all() {
        return List.copyOf(refusals);
    }
}
