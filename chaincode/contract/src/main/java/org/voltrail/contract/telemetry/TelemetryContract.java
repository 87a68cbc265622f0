package org.voltrail.contract.telemetry;

import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.telemetry.TelemetryCommand;
import org.voltrail.model.telemetry.TelemetryQuery;

/** Contract {@code telemetry}: anchors of sensor windows. */
public final class TelemetryContract extends LedgerContract {
    /** A contract without state. */
    public TelemetryContract() {
        super(TelemetryCommand.CONTRACT);
        submit(TelemetryCommand.Anchor.class, Anchors::anchor, Anchors::keys);
        answer(TelemetryQuery.Get.class, Anchors::get);
        answer(TelemetryQuery.Anchors.class, Anchors::page);
    }
}
