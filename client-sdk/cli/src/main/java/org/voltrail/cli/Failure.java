package org.voltrail.cli;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.ageing.AgeingDataException;
import org.voltrail.client.VoltrailException;
import org.voltrail.client.enrolment.CaException;
import org.voltrail.client.enrolment.CaUnreachableException;
import org.voltrail.client.identity.IdentityException;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.CommitStatusException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.SubmitException;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.client.profile.ProfileException;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;

/**
 * A failure as it is told to the user.
 *
 * @param exitCode what the process exits with
 * @param code stable code: the ledger's, or the exit code's name
 * @param message what is wrong
 * @param field field at fault
 * @param expected what would have been accepted
 * @param found what was found
 * @param remedy what to do
 * @param transactionId the transaction, if there was one
 */
record Failure(
        ExitCode exitCode,
        String code,
        String message,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String found,
        @Nullable String remedy,
        @Nullable String transactionId) {

    static Failure of(Throwable thrown) {
        if (thrown instanceof CliException own) {
            return plain(own.exitCode(), own.getMessage(), own.remedy());
        } else if (thrown instanceof LedgerRefusedException refused) {
            return refused(refused.error(), refused.transactionId());
        } else if (thrown instanceof LedgerException local) {
            return refused(local.error(), null);
        } else if (thrown instanceof TransactionException transaction) {
            return transaction(transaction);
        } else if (thrown instanceof VoltrailException client) {
            return client(client);
        } else if (thrown instanceof AgeingDataException data) {
            return plain(ExitCode.LOCAL, data.getMessage(), "See \"voltrail test --help\" for the form of the data.");
        }
        return plain(ExitCode.SOFTWARE, thrown.toString(), "This is a fault of the program; --verbose shows where.");
    }

    private static Failure refused(LedgerError error, @Nullable String transactionId) {
        String own = Remedies.of(error.code());
        String remedy = own != null ? own : error.remedy();
        return new Failure(ExitCode.REFUSED, error.code().name(), error.message(), error.field(), error.expected(), error.actual(),
                remedy, transactionId);
    }

    private static Failure transaction(TransactionException e) {
        return new Failure(ExitCode.NETWORK, "NETWORK", e.getMessage(), null, null, null, transactionRemedy(e), e.transactionId());
    }

    private static String transactionRemedy(TransactionException e) {
        if (e instanceof SubmitException || e instanceof CommitStatusException) {
            return "Whether it took effect is unknown. Give the command again with the same --command-id to learn it; that is harmless.";
        } else if (e instanceof CommitException) {
            return "It had no effect. Give the command again.";
        }
        return e.status() == Status.Code.UNAVAILABLE
                ? "Is the network running? scripts/start.sh starts the embedded one; \"voltrail network status\" shows the peers."
                : "Nothing was written. \"voltrail network status\" shows the peers.";
    }

    private static Failure client(VoltrailException e) {
        if (e instanceof CaUnreachableException) {
            return plain(ExitCode.NETWORK, e.getMessage(), "Is the network running? scripts/start.sh starts the embedded one.");
        } else if (e instanceof CaException) {
            return plain(ExitCode.REFUSED, e.getMessage(), null);
        }
        boolean local = e instanceof ProfileException || e instanceof IdentityException;
        return plain(local ? ExitCode.LOCAL : ExitCode.NETWORK, e.getMessage(), null);
    }

    private static Failure plain(ExitCode exitCode, @Nullable String message, @Nullable String remedy) {
        return new Failure(exitCode, exitCode.name(), String.valueOf(message), null, null, null, remedy, null);
    }

    /** The lines for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(exitCode == ExitCode.REFUSED ? "refused: " + code + ": " + message : "error: " + message);
        add(lines, "field", field);
        add(lines, "expected", expected);
        add(lines, "found", found);
        add(lines, "what to do", remedy);
        add(lines, "transaction", transactionId);
        return lines;
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add(String.format("  %-12s %s", name + ":", value));
        }
    }
}
