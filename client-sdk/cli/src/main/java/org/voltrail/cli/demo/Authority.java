package org.voltrail.cli.demo;

import java.util.List;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.RecallNotice;
import org.voltrail.model.oversight.RecallScope;

/** The market surveillance authority at work: holds and a recall. */
final class Authority {

    private final Stagehand stagehand;
    private final Cast cast;
    private final Refusals refusals;

    Authority(Stagehand stagehand, Refusals refusals) {
        this.stagehand = stagehand;
        this.cast = stagehand.cast();
        this.refusals = refusals;
    }

    /** Nothing moves while a hold stands; afterwards it does. */
    String hold(List<Life> lives) {
        List<String> ids = lives.stream().map(Life::id).toList();
        HoldSummary hold = stagehand.submit(cast.regulator(), new OversightCommand.Hold(ids, "Smoke reported by a workshop.",
                "Regulation (EU) 2023/1542 Art. 79(5)"));
        cast.catchUp();
        refusals.demand("The carrier offers a battery that is on hold", ErrorCode.ON_HOLD, cast.carrier(),
                FirstLives.offer(cast.msp(cast.recycler()), lives.subList(0, 1), FirstLives.SOUND));
        stagehand.submit(cast.regulator(), new OversightCommand.Release(hold.holdId(), ids, "The fault was in the charger."));
        cast.catchUp();
        return lives.size() + " packs put on hold and released; offering one in between was refused";
    }

    /** A batch is recalled and goes back to its manufacturer. */
    String recall(List<Life> lives, String batch) {
        String manufacturer = cast.msp(cast.manufacturer());
        String model = lives.get(0).registration().specification().model();
        RecallNotice recall = stagehand.submit(cast.regulator(), new OversightCommand.Recall(
                RecallScope.ofBatch(manufacturer, model, batch), "A separator may be misaligned.", "Return to the manufacturer."));
        cast.catchUp();
        OfferReceipt offer = stagehand.submit(cast.carrier(), FirstLives.offer(manufacturer, lives, FirstLives.SOUND));
        cast.catchUp();
        stagehand.submit(cast.manufacturer(), new CustodyCommand.Accept(offer.offerId(), "Example Works"));
        stagehand.submit(cast.regulator(), new OversightCommand.CloseRecall(recall.recallId(), "All packs of the batch are back."));
        cast.catchUp();
        lives.forEach(life -> life.expect(Stage.IN_SERVICE));
        return "batch " + batch + " recalled: " + lives.size() + " packs back at the manufacturer";
    }
}
