package org.voltrail.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.voltrail.model.json.CanonicalJson;

/**
 * One event in the life of one battery, stored under {@code event~batteryId~seq}. A battery's events form a hash chain.
 *
 * @param v version of this envelope, 1
 * @param type versioned name, for example {@code battery.registered.v1}
 * @param battery the battery's id
 * @param seq number of the event in the battery's life, from 1 without gaps
 * @param prev hash of the previous event, {@link BatteryHead#GENESIS} for the first
 * @param txId transaction that recorded it
 * @param time timestamp of that transaction, ISO 8601 UTC
 * @param actor who signed it
 * @param data what happened; the record that belongs to the type
 */
public record BatteryEvent(
        int v, String type, String battery, long seq, String prev, String txId, String time, Actor actor, JsonNode data) {
    /** The current version of the envelope. */
    public static final int VERSION = 1;

    /** Hexadecimal SHA-256 of the canonical JSON of this event: the battery's head while this is its last event. */
    public String hash() {
        return CanonicalJson.sha256(this);
    }

    /** The data as its record. */
    public <T extends EventData> T data(Class<T> as) {
        return CanonicalJson.convert(data, as);
    }
}
