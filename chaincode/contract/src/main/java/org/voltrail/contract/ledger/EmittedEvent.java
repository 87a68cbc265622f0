package org.voltrail.contract.ledger;

import java.util.List;
import org.voltrail.model.Actor;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.EventData;

/** A {@link org.voltrail.model.LedgerEvent} on its way to the peer: the same JSON, the data still a record. */
record EmittedEvent(
        int v, String type, String txId, String time, String commandId, Actor actor, EventData data, List<BatteryHead> batteries) {}
