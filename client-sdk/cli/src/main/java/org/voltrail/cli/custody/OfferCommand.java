package org.voltrail.cli.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.custody.Transport;
import org.voltrail.model.custody.UnNumber;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail offer}. */
@CommandLine.Command(name = "offer",
        description = "Offer batteries to another organisation. Custody changes when it accepts.",
        footer = {"", "Sound lithium-ion batteries travel as UN3480 SP230 P903 (the default),", "damaged ones as SP376 P908 or P911, "
            + "those for recycling as SP377 P909."})
public final class OfferCommand extends SubmitCommand<OfferReceipt> {

    @Parameters(arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Option(names = "--to", required = true, paramLabel = "MSP", description = "MSP id of the receiver.")
    private String to = "";

    @Option(names = "--document", required = true, paramLabel = "NUMBER", description = "Number of the transport document (ADR 5.4.1).")
    private String document = "";

    @Option(names = "--un", defaultValue = "UN3480", description = "UN number: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private UnNumber unNumber = UnNumber.UN3480;

    @Option(names = "--provision", defaultValue = "SP230",
            description = "Special provision: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private SpecialProvision provision = SpecialProvision.SP230;

    @Option(names = "--packing", defaultValue = "P903",
            description = "Packing instruction: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private PackingInstruction packing = PackingInstruction.P903;

    @Option(names = "--vehicle", paramLabel = "NUMBER", description = "Registration of the vehicle or wagon.")
    private @Nullable String vehicle;

    @Option(names = "--place", paramLabel = "TEXT", description = "Where they are handed over.")
    private @Nullable String place;

    @Option(names = "--valid", paramLabel = "DAYS", defaultValue = "14",
            description = "Days until the offer ends, 1 to " + CustodyCommand.VALIDITY_MAX_DAYS + " (default: ${DEFAULT-VALUE}).")
    private int valid = 14;

    /** For picocli. */
    public OfferCommand() {}

    @Override
    protected Command<OfferReceipt> command(Session session) {
        List<String> ids = ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        Transport transport = new Transport(unNumber, provision, packing, document, vehicle);
        Instant end = Instant.now(Clock.systemUTC()).plus(Duration.ofDays(valid)).truncatedTo(ChronoUnit.SECONDS);
        return new CustodyCommand.Offer(to, ids, transport, place, end.toString());
    }

    @Override
    protected String sentence(OfferReceipt result) {
        return "Offer " + result.offerId() + " of " + result.count() + (result.count() == 1 ? " battery" : " batteries") + " to " + to
                + " is open.";
    }
}
