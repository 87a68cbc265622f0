package org.voltrail.contract.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.json.WireNames;

/**
 * The ledger as one proposal sees it: the state before it, its caller, its time. Every key is read at most once. For one
 * invocation and one thread.
 */
public class LedgerView {
    /** Most documents that one page of a query holds. */
    public static final int PAGE_MAX = 1_000;

    private static final byte[] NOTHING = {};

    private final ChaincodeStub stub;
    private final Caller caller;
    private final MultiGet multiGet;
    private final Map<String, byte[]> read = new HashMap<>();
    private final Map<String, Object> parsed = new HashMap<>();
    private final String time;

    /** A view of what the stub's peer has committed. */
    public LedgerView(ChaincodeStub stub, Caller caller, MultiGet multiGet) {
        this.stub = stub;
        this.caller = caller;
        this.multiGet = multiGet;
        this.time = stub.getTxTimestamp().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The shim's own interface, for what this view does not offer. Do not write through it. */
    protected final ChaincodeStub stub() {
        return stub;
    }

    /** Id of the transaction. */
    public final String txId() {
        return stub.getTxId();
    }

    /** Time of the transaction, as its client stated it: ISO 8601 UTC in milliseconds. */
    public final String time() {
        return time;
    }

    /** {@link #time()} as an instant. */
    public final Instant instant() {
        return Instant.parse(time);
    }

    /** Who signed the proposal. */
    public final Caller caller() {
        return caller;
    }

    /** MSP id of the caller. */
    public final String msp() {
        return caller.msp();
    }

    /** A value that was passed beside the proposal and will not be on the ledger. */
    public final Optional<byte[]> secret(String name) {
        return Optional.ofNullable(stub.getTransient().get(name));
    }

    // ---- participants and roles

    /**
     * The caller's entry in the participant register.
     *
     * @throws LedgerException {@code UNKNOWN_PARTICIPANT} if there is none or it is suspended
     */
    public final Participant participant() {
        return participant(caller.msp());
    }

    /**
     * An organisation's entry in the participant register.
     *
     * @throws LedgerException {@code UNKNOWN_PARTICIPANT} if there is none or it is suspended
     */
    public final Participant participant(String msp) {
        return find(Keys.participant(msp), Participant.class)
                .filter(entry -> !entry.suspended())
                .orElseThrow(() -> LedgerError.of(ErrorCode.UNKNOWN_PARTICIPANT, "The organisation is not admitted to this ledger, or suspended.")
                        .comparing(null, msp)
                        .advising("The authority admits organisations.")
                        .exception());
    }

    /** MSP id of the authority, which may endorse changes to held batteries. */
    public final String authority() {
        return participant().authority();
    }

    /** Whether certificate and register both give the caller the role. */
    public final boolean hasRole(Role role) {
        return caller.roles().contains(role)
                && find(Keys.participant(caller.msp()), Participant.class).filter(entry -> entry.may(role)).isPresent();
    }

    /**
     * The caller must have one of the roles.
     *
     * @throws LedgerException {@code UNKNOWN_PARTICIPANT} or {@code ROLE_REQUIRED}
     */
    public final void requireRole(Role... anyOf) {
        participant();
        if (Arrays.stream(anyOf).noneMatch(this::hasRole)) {
            throw LedgerError.of(ErrorCode.ROLE_REQUIRED, "Certificate and participant register do not both give the caller a role for this.")
                    .comparing(names(Arrays.asList(anyOf)), names(caller.roles()))
                    .exception();
        }
    }

    private static String names(Collection<Role> roles) {
        return roles.isEmpty() ? "none" : roles.stream().map(WireNames::of).collect(Collectors.joining(" or "));
    }

    // ---- documents

    /** Reads many keys in one go, where the connection can do that; later reads of them cost nothing. */
    public final void prefetch(Collection<String> keys) {
        List<String> unread = keys.stream().distinct().filter(key -> !read.containsKey(key)).toList();
        List<byte[]> values = unread.size() < 2 ? null : multiGet.get(stub.getChannelId(), stub.getTxId(), unread);
        if (values != null) {
            for (int i = 0; i < unread.size(); i++) {
                read.put(unread.get(i), values.get(i));
            }
        }
    }

    /** Whether the key has a value. */
    public final boolean exists(String key) {
        return bytes(key).length > 0;
    }

    /** The document under a key. */
    public <T> Optional<T> find(String key, Class<T> type) {
        Object before = parsed.get(key);
        if (type.isInstance(before)) {
            return Optional.of(type.cast(before));
        }
        byte[] value = bytes(key);
        return value.length == 0 ? Optional.empty() : Optional.of(parse(key, value, type));
    }

    /** Documents are immutable: each is parsed once. */
    private <T> T parse(String key, byte[] value, Class<T> type) {
        T document = stored(value, type);
        parsed.put(key, document);
        return document;
    }

    private byte[] bytes(String key) {
        return read.computeIfAbsent(key, this::fetch);
    }

    private byte[] fetch(String key) {
        byte[] value = stub.getState(key);
        return value == null ? NOTHING : value;
    }

    private static <T> T stored(byte[] value, Class<T> type) {
        try {
            return CanonicalJson.read(value, type);
        } catch (LedgerException e) {
            throw new LedgerException(ErrorCode.INTERNAL, "A stored " + type.getSimpleName() + " cannot be read: " + e.error().message());
        }
    }

    /** All documents under a partial key, in the order of their keys. For collections that are known to be small. */
    public final <T> List<T> all(Class<T> type, String objectType, String... attributes) {
        try (QueryResultsIterator<KeyValue> found = stub.getStateByPartialCompositeKey(new CompositeKey(objectType, attributes))) {
            List<T> documents = new ArrayList<>();
            found.forEach(entry -> documents.add(stored(entry.getValue(), type)));
            return documents;
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    /**
     * A page of documents under a partial key, in the order of their keys. For queries only: a transaction that reads pages
     * cannot write.
     *
     * @param size documents on a page, at most {@link #PAGE_MAX}
     * @param from first key of the page, null for the beginning
     * @param read makes the page's entry from key and document
     */
    public final <T, R> Slice<R> page(Class<T> type, int size, @Nullable String from, BiFunction<String, T, R> read, String objectType, String... attributes) {
        CompositeKey prefix = new CompositeKey(objectType, attributes);
        try (QueryResultsIteratorWithMetadata<KeyValue> found =
                stub.getStateByPartialCompositeKeyWithPagination(prefix, Math.min(size, PAGE_MAX), from == null ? "" : from)) {
            List<R> entries = new ArrayList<>();
            found.forEach(entry -> entries.add(read.apply(entry.getKey(), stored(entry.getValue(), type))));
            String next = found.getMetadata().getBookmark();
            return new Slice<>(entries, next == null || next.isEmpty() ? null : next);
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Exception e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    /**
     * A page of documents.
     *
     * @param entries in the order of the keys
     * @param next first key of the next page, null if this is the last
     */
    public record Slice<T>(List<T> entries, @Nullable String next) {}

    /** Private data of a collection that the peer's organisation belongs to; empty if there is none. */
    public final Optional<byte[]> privately(String collection, String key) {
        return Optional.ofNullable(stub.getPrivateData(collection, key)).filter(value -> value.length > 0);
    }

    // ---- batteries

    /** The battery with this id, in any form that {@link PassportId} reads. */
    public Optional<Battery> findBattery(String id) {
        return find(Keys.battery(id), Battery.class);
    }

    /**
     * The battery with this id, in any form that {@link PassportId} reads. Use {@link Battery#id()} of the answer from there on.
     *
     * @throws LedgerException {@code BATTERY_NOT_FOUND}
     */
    public final Battery battery(String id) {
        return findBattery(id)
                .orElseThrow(() -> LedgerError.of(ErrorCode.BATTERY_NOT_FOUND, "No battery has this id.").comparing(null, id).exception());
    }

    /** Id of the battery that carries an identity. */
    public final Optional<String> carrier(Identity identity) {
        return find(Keys.identity(identity), String.class);
    }

    /** Events of a battery, {@code count} of them at most, beginning with {@code firstSeq}. For queries only. */
    public final List<BatteryEvent> events(String batteryId, long firstSeq, int count) {
        return page(BatteryEvent.class, count, Keys.event(batteryId, firstSeq), (key, event) -> event, "event", PassportId.parse(batteryId).key()).entries();
    }
}
