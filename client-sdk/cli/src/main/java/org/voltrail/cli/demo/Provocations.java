package org.voltrail.cli.demo;

import java.util.List;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.TestReport;

/** Tries what must not work, on batteries that are in service with the carrier. */
final class Provocations {

    private final Stagehand stagehand;
    private final Cast cast;
    private final Refusals refusals;

    Provocations(Stagehand stagehand, Refusals refusals) {
        this.stagehand = stagehand;
        this.cast = stagehand.cast();
        this.refusals = refusals;
    }

    String provoke(List<Life> serving, TestReport report) {
        Life battery = serving.get(0);
        refusals.demand("A thief offers a battery that the carrier holds", ErrorCode.NOT_HOLDER, cast.manufacturer(),
                FirstLives.offer(cast.msp(cast.recycler()), List.of(battery), FirstLives.SOUND));
        acceptTwice(battery);
        refusals.demand("A laboratory without accreditation records a test", ErrorCode.NOT_ACCREDITED, cast.manufacturer(),
                new HealthCommand.RecordTest(battery.id(), report));
        refusals.demand("The carrier records a test", ErrorCode.ROLE_REQUIRED, cast.carrier(),
                new HealthCommand.RecordTest(battery.id(), report));
        refusals.demand("The manufacturer registers a battery a second time", ErrorCode.BATTERY_EXISTS, cast.manufacturer(),
                new BatteryCommand.Register(battery.registration()));
        return "refused as they must be";
    }

    /** The battery comes back to the carrier afterwards. */
    private void acceptTwice(Life battery) {
        OfferReceipt offer = stagehand.submit(cast.carrier(),
                FirstLives.offer(cast.msp(cast.recycler()), List.of(battery), FirstLives.SOUND));
        cast.catchUp();
        refusals.demand("The manufacturer accepts an offer that is not made to it", ErrorCode.NOT_RECEIVER, cast.manufacturer(),
                new CustodyCommand.Accept(offer.offerId(), null));
        stagehand.submit(cast.recycler(), new CustodyCommand.Accept(offer.offerId(), null));
        cast.catchUp();
        refusals.demand("The recycler accepts the same offer twice", ErrorCode.OFFER_NOT_OPEN, cast.recycler(),
                new CustodyCommand.Accept(offer.offerId(), null));
    }
}
