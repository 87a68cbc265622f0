package org.voltrail.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.json.CanonicalJson;

/**
 * The chaincode event of a transaction: one for each transaction that changed something, and enough to project the change.
 *
 * @param v version of this envelope, 1
 * @param type versioned name, also the chaincode event's name
 * @param txId the transaction
 * @param time its timestamp, ISO 8601 UTC
 * @param commandId the client's id for the command
 * @param actor who signed it
 * @param data what happened; the record that belongs to the type
 * @param batteries the batteries whose event chain grew, with their new heads
 */
public record LedgerEvent(
        int v,
        String type,
        String txId,
        String time,
        @Nullable String commandId,
        Actor actor,
        JsonNode data,
        List<BatteryHead> batteries) {
    /** The current version of the envelope. */
    public static final int VERSION = 1;

    /** Copies the list. */
    public LedgerEvent {
        batteries = Copies.list(batteries);
    }

    /** Reads the payload of a chaincode event. */
    public static LedgerEvent parse(byte[] payload) {
        return CanonicalJson.read(payload, LedgerEvent.class);
    }

    /** The data as its record. */
    public <T extends EventData> T data(Class<T> as) {
        return CanonicalJson.convert(data, as);
    }
}
