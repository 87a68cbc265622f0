package org.voltrail.cli.custody;

import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code voltrail cancel}. */
@CommandLine.Command(name = "cancel", description = "Withdraw an offer of one's own.")
public final class CancelCommand extends OfferStep {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    /** For picocli. */
    public CancelCommand() {}

    @Override
    protected Command<OfferReceipt> command(Session session) {
        return new CustodyCommand.Cancel(offerId(), reason);
    }
}
