package org.voltrail.cli.endoflife;

import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotResult;
import org.voltrail.model.json.WireNames;

/** What is done with a recycling lot. */
abstract class LotStep extends SubmitCommand<Lot> {

    @Override
    protected final String sentence(Lot lot) {
        String text = "Lot " + lot.lotId() + " is " + WireNames.of(lot.state()) + ": " + lot.batteries() + " batteries, "
                + lot.masses().inputMg() + " mg in, " + lot.masses().outputMg() + " mg out.";
        return lot.result() == null ? text : text + result(lot.result());
    }

    private static String result(LotResult result) {
        return " Recycling efficiency " + result.efficiencyPermille() / 10.0 + " %"
                + (result.targetPermille() == null ? "." : ", target " + result.targetPermille() / 10.0 + " %.");
    }
}
