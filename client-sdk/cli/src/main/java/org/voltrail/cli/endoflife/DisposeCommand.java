package org.voltrail.cli.endoflife;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.endoflife.Disposal;
import org.voltrail.model.endoflife.DisposalCertificate;
import org.voltrail.model.endoflife.DisposalOperation;
import org.voltrail.model.endoflife.DisposalSummary;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail dispose}. */
@CommandLine.Command(name = "dispose", description = "Dispose of waste batteries that cannot be recycled. Final.")
public final class DisposeCommand extends SubmitCommand<DisposalSummary> {

    @Parameters(arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Option(names = "--operation", required = true, description = "Disposal operation of Directive 2008/98/EC Annex I: ${COMPLETION-CANDIDATES}.")
    private DisposalOperation operation = DisposalOperation.D9;

    @Option(names = "--facility", required = true, paramLabel = "TEXT", description = "Facility: name or GLN.")
    private String facility = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why they could not be recycled.")
    private String reason = "";

    @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "The certificate; its hash goes to the ledger.")
    private Path certificate = Path.of("");

    @Option(names = "--certificate-number", required = true, paramLabel = "TEXT", description = "Its number.")
    private String number = "";

    @Option(names = "--issuer", required = true, paramLabel = "TEXT", description = "Who issued it.")
    private String issuer = "";

    @Option(names = "--issued-on", paramLabel = "yyyy-MM-dd", description = "When it was issued (default: the day of disposal).")
    private @Nullable LocalDate issuedOn;

    @Option(names = "--date", paramLabel = "yyyy-MM-dd", description = "Day of disposal (default: today, UTC).")
    private @Nullable LocalDate date;

    /** For picocli. */
    public DisposeCommand() {}

    @Override
    protected Command<DisposalSummary> command(Session session) {
        List<String> ids = ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
        LocalDate issued = issuedOn == null ? day : issuedOn;
        DisposalCertificate proof = new DisposalCertificate(number, issuer, issued.toString(), hash(certificate));
        return new EndOfLifeCommand.Dispose(ids, new Disposal(operation, facility, day.toString(), reason, proof));
    }

    private static String hash(Path document) {
        try {
            return CanonicalJson.sha256(Files.readAllBytes(document));
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, document + " cannot be read: " + e, "Name the file of the certificate.", e);
        }
    }

    @Override
    protected String sentence(DisposalSummary result) {
        return result.batteries() + (result.batteries() == 1 ? " battery was" : " batteries were") + " disposed of.";
    }
}
