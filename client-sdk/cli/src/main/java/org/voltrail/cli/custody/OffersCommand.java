package org.voltrail.cli.custody;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.console.Table;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferPage;
import org.voltrail.model.json.WireNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail offers}. */
@Command(name = "offers", description = "List open and disputed offers to one's organisation, or show one offer.")
public final class OffersCommand extends CliCommand {

    private static final int PAGE = 200;

    @Parameters(arity = "0..1", paramLabel = "OFFER", description = "Id of an offer to show with its batteries.")
    private @Nullable String offerId;

    @Option(names = "--sent", description = "Offers by one's organisation instead.")
    private boolean sent;

    /** For picocli. */
    public OffersCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        if (offerId != null) {
            console.result(session.client().evaluate(new CustodyQuery.GetOffer(offerId)));
        } else {
            list(session.client(), console);
        }
        return ExitCode.OK;
    }

    private void list(VoltrailClient client, Console console) {
        List<Offer> offers = new ArrayList<>();
        String bookmark = null;
        do {
            OfferPage page = page(client, bookmark);
            offers.addAll(page.offers());
            bookmark = page.bookmark();
        } while (bookmark != null);
        Table table = new Table("OFFER", "FROM", "TO", "STATUS", "BATTERIES", "DOCUMENT", "EXPIRES");
        offers.forEach(offer -> table.row(offer.id(), offer.from(), offer.to(), WireNames.of(offer.status()), offer.count(),
                offer.transport().document(), offer.expiresAt()));
        console.table(offers, table);
    }

    private OfferPage page(VoltrailClient client, @Nullable String bookmark) {
        return sent
                ? client.evaluate(new CustodyQuery.Outbox(PAGE, bookmark))
                : client.evaluate(new CustodyQuery.Inbox(PAGE, bookmark));
    }
}
