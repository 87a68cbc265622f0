package org.voltrail.cli.custody;

import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code voltrail accept}. */
@CommandLine.Command(name = "accept", description = "Take over the batteries of an offer.")
public final class AcceptCommand extends OfferStep {

    @Option(names = "--place", paramLabel = "TEXT", description = "Where the batteries are now.")
    private @Nullable String place;

    /** For picocli. */
    public AcceptCommand() {}

    @Override
    protected Command<OfferReceipt> command(Session session) {
        return new CustodyCommand.Accept(offerId(), place);
    }
}
