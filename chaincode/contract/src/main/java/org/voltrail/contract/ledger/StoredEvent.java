package org.voltrail.contract.ledger;

import org.voltrail.model.Actor;
import org.voltrail.model.EventData;

/** A {@link org.voltrail.model.BatteryEvent} on its way to the ledger: the same JSON, the data still a record. */
record StoredEvent(int v, String type, String battery, long seq, String prev, String txId, String time, Actor actor, EventData data) {}
