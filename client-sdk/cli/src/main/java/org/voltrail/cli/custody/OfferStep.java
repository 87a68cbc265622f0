package org.voltrail.cli.custody;

import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.json.WireNames;
import picocli.CommandLine.Parameters;

/** What is done with an offer. */
abstract class OfferStep extends SubmitCommand<OfferReceipt> {

    @Parameters(paramLabel = "OFFER", description = "Id of the offer; \"voltrail offers\" lists them.")
    private String offerId = "";

    final String offerId() {
        return offerId;
    }

    @Override
    protected final String sentence(OfferReceipt result) {
        return "Offer " + result.offerId() + " is " + WireNames.of(result.status()) + ": " + result.count()
                + (result.count() == 1 ? " battery." : " batteries.");
    }
}
