package org.voltrail.cli.custody;

import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code voltrail reject}. */
@CommandLine.Command(name = "reject", description = "Refuse the batteries of an offer.")
public final class RejectCommand extends OfferStep {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    /** For picocli. */
    public RejectCommand() {}

    @Override
    protected Command<OfferReceipt> command(Session session) {
        return new CustodyCommand.Reject(offerId(), reason);
    }
}
