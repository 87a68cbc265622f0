package org.voltrail.contract.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.EventData;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.json.CanonicalJson;

/**
 * A command being carried out. Gathers everything it changes and writes it only when the command has succeeded, so that a
 * refused command has touched nothing. Batteries changed earlier in the same transaction are seen changed.
 *
 * <p>Batteries are changed by {@link #create} and {@link #record}, which append to the battery's event chain and keep its
 * key-level endorsement policy: a peer of the holder or of the authority; of the authority alone while it is on hold.
 */
public final class LedgerTransaction extends LedgerView {
    private static final byte[] INDEX = CanonicalJson.write(true);

    private final String commandId;
    private final Map<String, String> expectedHeads;
    private final Map<String, byte[]> writes = new LinkedHashMap<>();
    private final Map<String, byte[]> policies = new LinkedHashMap<>();
    private final Map<String, Battery> batteries = new LinkedHashMap<>();
    private final List<BatteryHead> heads = new ArrayList<>();
    private final Map<String, Map<String, byte[]>> privately = new LinkedHashMap<>();
    private @Nullable EventData event;
    private @Nullable EventData single;

    LedgerTransaction(ChaincodeStub stub, Caller caller, MultiGet multiGet, String commandId, Map<String, String> expectedHeads) {
        super(stub, caller, multiGet);
        this.commandId = commandId;
        this.expectedHeads = expectedHeads;
    }

    /** The client's id for this command. */
    public String commandId() {
        return commandId;
    }

    // ---- batteries

    @Override
    public Optional<Battery> findBattery(String id) {
        Battery changed = batteries.get(Keys.battery(id));
        return changed != null ? Optional.of(changed) : super.findBattery(id).map(this::expected);
    }

    /** Checks every battery that the client named, whether the command touches it or not. */
    void expectHeads() {
        prefetch(expectedHeads.keySet().stream().map(Keys::battery).toList());
        expectedHeads.keySet().forEach(this::battery);
    }

    private Battery expected(Battery battery) {
        String head = expectedHeads.get(battery.id());
        if (head != null && !head.equals(battery.head())) {
            throw LedgerError.of(ErrorCode.STALE_HEAD, "The battery has changed since the command was prepared. (" + battery.id() + ")")
                    .comparing(head, battery.head())
                    .advising("Read the battery again.")
                    .exception();
        }
        return battery;
    }

    /**
     * Puts a new battery on the ledger. The caller has made sure that there is none with its id.
     *
     * @param battery with {@code seq} 0 and {@code head} {@link BatteryHead#GENESIS}
     * @param data what happened
     * @return the battery with its first event
     */
    public Battery create(Battery battery, EventData data) {
        policies.put(Keys.battery(battery), policy(battery));
        return append(battery, data);
    }

    /**
     * Changes a battery.
     *
     * @param before as read by this transaction
     * @param after from {@link Battery#edit()} of {@code before}
     * @param data what happened
     * @return the battery with its new event
     */
    public Battery record(Battery before, Battery after, EventData data) {
        if (!before.holder().equals(after.holder()) || before.onHold() != after.onHold()) {
            policies.put(Keys.battery(after), policy(after));
        }
        return append(after, data);
    }

    private byte[] policy(Battery battery) {
        return battery.onHold()
                ? EndorsementPolicies.anyPeerOf(authority())
                : EndorsementPolicies.anyPeerOf(battery.holder(), authority());
    }

    private Battery append(Battery battery, EventData data) {
        long seq = battery.seq() + 1;
        StoredEvent appended = new StoredEvent(
                BatteryEvent.VERSION, data.type(), battery.id(), seq, battery.head(), txId(), time(), caller().actor(), data);
        byte[] json = CanonicalJson.write(appended);
        String head = CanonicalJson.sha256(json);
        writes.put(Keys.event(battery, seq), json);
        heads.add(new BatteryHead(battery.id(), seq, battery.head(), head));
        single = heads.size() == 1 ? data : null;
        Battery next = battery.edit().head(seq, head).build();
        batteries.put(Keys.battery(next), next);
        return next;
    }

    // ---- other documents

    /** Writes a document. Reading it again in this transaction gives the old one. */
    public void put(String key, Object document) {
        writes.put(key, CanonicalJson.write(document));
    }

    /** Writes a document that from now on changes only with an endorsement by a peer of one of the organisations. */
    public void put(String key, Object document, String... endorsers) {
        put(key, document);
        policies.put(key, EndorsementPolicies.anyPeerOf(endorsers));
    }

    /** Marks a key without a document, for indexes: its value is {@code true}. */
    public void mark(String key) {
        writes.put(key, INDEX);
    }

    /** Removes a document. */
    public void delete(String key) {
        writes.put(key, new byte[0]);
    }

    /** Writes private data. Only in transactions that write nothing else: see {@link LedgerContract#submitPrivately}. */
    public void putPrivately(String collection, String key, byte[] value) {
        privately.computeIfAbsent(collection, name -> new LinkedHashMap<>()).put(key, value);
    }

    // ---- the event

    /** States what happened. Exactly once in a transaction, unless it records exactly one event of one battery. */
    public void emit(EventData data) {
        if (event != null) {
            throw new IllegalStateException("A transaction emits one event");
        }
        event = data;
    }

    // ---- commit

    /** Hands everything over to the peer. */
    void write() {
        batteries.forEach((key, battery) -> writes.put(key, CanonicalJson.write(battery)));
        writes.forEach(this::write);
        policies.forEach(stub()::setStateValidationParameter);
        if (!privately.isEmpty()) {
            throw new IllegalStateException("A public transaction writes nothing private");
        }
        EventData data = event();
        EmittedEvent emitted =
                new EmittedEvent(LedgerEvent.VERSION, data.type(), txId(), time(), commandId, caller().actor(), data, heads);
        stub().setEvent(data.type(), CanonicalJson.write(emitted));
    }

    private EventData event() {
        EventData data = event != null ? event : single;
        if (data == null) {
            throw new IllegalStateException("A transaction emits one event");
        }
        return data;
    }

    /** Hands over private writes. */
    void writePrivately() {
        if (!writes.isEmpty() || !batteries.isEmpty() || event != null) {
            throw new IllegalStateException("A private transaction writes nothing else");
        }
        privately.forEach((collection, entries) ->
                entries.forEach((key, value) -> stub().putPrivateData(collection, key, value)));
    }

    private void write(String key, byte[] value) {
        if (value.length == 0) {
            stub().delState(key);
        } else {
            stub().putState(key, value);
        }
    }
}
