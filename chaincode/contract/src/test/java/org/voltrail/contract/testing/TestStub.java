package org.voltrail.contract.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.json.CanonicalJson;

/**
 * One simulation of one proposal on one organisation's peer, with Fabric's semantics: reads see only what was committed before,
 * pages and writes exclude each other, composite keys are apart from simple ones, an implicit collection is read only on its
 * own organisation's peer. Anything that the contracts do not use is refused.
 */
public final class TestStub implements ChaincodeStub {
    private static final String MAX_RUNE = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final TestLedger ledger;
    private final String peerMsp;
    private final Proposal proposal;
    final Map<String, Long> reads = new HashMap<>();
    final Map<String, byte[]> writes = new TreeMap<>();
    final Map<String, byte[]> policies = new TreeMap<>();
    final Map<String, Map<String, byte[]>> privateWrites = new TreeMap<>();
    private boolean paged;
    private int operations;
    private @Nullable ChaincodeEvent event;

    TestStub(TestLedger ledger, String peerMsp, Proposal proposal) {
        this.ledger = ledger;
        this.peerMsp = peerMsp;
        this.proposal = proposal;
    }

    /** What a client proposed. */
    public record Proposal(TestIdentity client, String txId, Instant time, String function, byte[] argument, Map<String, byte[]> secrets) {}

    /** State operations so far: each would be a round trip between chaincode and peer. */
    public int operations() {
        return operations;
    }

    /** Everything that an endorsement would sign, as text: equal proposals on equal states must give equal texts. */
    public String result() {
        StringBuilder text = new StringBuilder();
        writes.forEach((key, value) -> text.append(key).append('=').append(new String(value, StandardCharsets.UTF_8)).append('\n'));
        policies.forEach((key, value) -> text.append(key).append('#').append(CanonicalJson.sha256(value)).append('\n'));
        privateWrites.forEach((collection, entries) -> entries.forEach(
                (key, value) -> text.append(collection).append(key).append('~').append(CanonicalJson.sha256(value)).append('\n')));
        return text.append(event == null ? "" : event.getEventName() + event.getPayload().toStringUtf8()).toString();
    }

    @Override
    public List<byte[]> getArgs() {
        return List.of(proposal.function().getBytes(StandardCharsets.UTF_8), proposal.argument());
    }

    @Override
    public List<String> getStringArgs() {
        return getArgs().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
    }

    @Override
    public String getFunction() {
        return proposal.function();
    }

    @Override
    public List<String> getParameters() {
        return List.of(new String(proposal.argument(), StandardCharsets.UTF_8));
    }

    @Override
    public String getTxId() {
        return proposal.txId();
    }

    @Override
    public String getChannelId() {
        return "voltrail";
    }

    @Override
    public Response invokeChaincode(String chaincodeName, List<byte[]> args, String channel) {
        throw unused();
    }

    @Override
    public byte[] getState(String key) {
        operations++;
        named(key);
        reads.put(key, ledger.state().version(key));
        byte[] value = ledger.state().value(key);
        return value == null ? new byte[0] : value.clone();
    }

    @Override
    public byte @Nullable [] getStateValidationParameter(String key) {
        operations++;
        return ledger.state().policy(key);
    }

    @Override
    public void putState(String key, byte[] value) {
        writing(key);
        if (value.length == 0) {
            throw new IllegalArgumentException("empty value");
        }
        writes.put(key, value.clone());
    }

    @Override
    public void setStateValidationParameter(String key, byte[] value) {
        writing(key);
        policies.put(key, value.clone());
    }

    @Override
    public void delState(String key) {
        writing(key);
        writes.put(key, new byte[0]);
    }

    private void writing(String key) {
        operations++;
        named(key);
        if (paged) {
            throw new IllegalStateException("Transaction has already performed a paginated query. Writes are not allowed");
        }
    }

    private static void named(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key cannot not be an empty string");
        }
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByRange(String startKey, String endKey) {
        operations++;
        CompositeKey.validateSimpleKeys(startKey, endKey);
        return new Results(entries(startKey, endKey, Integer.MAX_VALUE), "");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
            String startKey, String endKey, int pageSize, String bookmark) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String compositeKey) {
        return getStateByPartialCompositeKey(CompositeKey.parseCompositeKey(compositeKey));
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String objectType, String... attributes) {
        return getStateByPartialCompositeKey(new CompositeKey(objectType, attributes));
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey compositeKey) {
        operations++;
        String prefix = compositeKey.toString();
        List<KeyValue> found = entries(prefix, prefix + MAX_RUNE, Integer.MAX_VALUE);
        found.forEach(entry -> reads.put(entry.getKey(), ledger.state().version(entry.getKey())));
        return new Results(found, "");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
            CompositeKey compositeKey, int pageSize, String bookmark) {
        operations++;
        if (!writes.isEmpty()) {
            throw new IllegalStateException("Transaction has already performed writes. Paginated queries are not allowed");
        }
        paged = true;
        String prefix = compositeKey.toString();
        List<KeyValue> found = entries(bookmark.isEmpty() ? prefix : bookmark, prefix + MAX_RUNE, pageSize + 1);
        boolean more = found.size() > pageSize;
        return new Results(more ? found.subList(0, pageSize) : found, more ? found.get(pageSize).getKey() : "");
    }

    private List<KeyValue> entries(String from, String to, int most) {
        return ledger.state().range(from, to).entrySet().stream()
                .limit(most)
                .<KeyValue>map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public CompositeKey createCompositeKey(String objectType, String... attributes) {
        return new CompositeKey(objectType, attributes);
    }

    @Override
    public CompositeKey splitCompositeKey(String compositeKey) {
        return CompositeKey.parseCompositeKey(compositeKey);
    }

    @Override
    public QueryResultsIterator<KeyValue> getQueryResult(String query) {
        throw unused();
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(String query, int pageSize, String bookmark) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
        throw unused();
    }

    @Override
    public byte[] getPrivateData(String collection, String key) {
        operations++;
        named(key);
        if (!collection.equals("_implicit_org_" + peerMsp)) {
            throw new IllegalStateException("private data of " + collection + " is not available on a peer of " + peerMsp);
        }
        byte[] value = ledger.privateState(collection).get(key);
        return value == null ? new byte[0] : value.clone();
    }

    @Override
    public byte[] getPrivateDataHash(String collection, String key) {
        operations++;
        byte[] value = ledger.privateState(collection).get(key);
        return value == null ? new byte[0] : java.util.HexFormat.of().parseHex(CanonicalJson.sha256(value));
    }

    @Override
    public byte[] getPrivateDataValidationParameter(String collection, String key) {
        throw unused();
    }

    @Override
    public void putPrivateData(String collection, String key, byte[] value) {
        writing(key);
        privateWrites.computeIfAbsent(collection, name -> new LinkedHashMap<>()).put(key, value.clone());
    }

    @Override
    public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
        throw unused();
    }

    @Override
    public void delPrivateData(String collection, String key) {
        writing(key);
        privateWrites.computeIfAbsent(collection, name -> new LinkedHashMap<>()).put(key, new byte[0]);
    }

    @Override
    public void purgePrivateData(String collection, String key) {
        delPrivateData(collection, key);
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByRange(String collection, String startKey, String endKey) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String compositeKey) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, CompositeKey compositeKey) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String type, String... attributes) {
        throw unused();
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
        throw unused();
    }

    @Override
    public void setEvent(String name, byte[] payload) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("event name can not be empty");
        }
        event = ChaincodeEvent.newBuilder()
                .setEventName(name)
                .setPayload(com.google.protobuf.ByteString.copyFrom(payload))
                .build();
    }

    @Override
    public @Nullable ChaincodeEvent getEvent() {
        return event;
    }

    @Override
    public SignedProposal getSignedProposal() {
        throw unused();
    }

    @Override
    public Instant getTxTimestamp() {
        return proposal.time();
    }

    @Override
    public byte[] getCreator() {
        return proposal.client().creator().toByteArray();
    }

    @Override
    public Map<String, byte[]> getTransient() {
        return proposal.secrets();
    }

    @Override
    public byte[] getBinding() {
        throw unused();
    }

    @Override
    public String getMspId() {
        return peerMsp;
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("The contracts were not expected to use this");
    }

    private record Entry(String key, byte[] bytes) implements KeyValue {
        @Override
        public String getKey() {
            return key;
        }

        @Override
        public byte[] getValue() {
            return bytes.clone();
        }

        @Override
        public String getStringValue() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private record Results(List<KeyValue> entries, String bookmark) 
            implements QueryResultsIterator<KeyValue>, QueryResultsIteratorWithMetadata<KeyValue> {
        @Override
        public Iterator<KeyValue> iterator() {
            return new ArrayList<>(entries).iterator();
        }

        @Override
        public void close() {
            // nothing is open
        }

        @Override
        public QueryResponseMetadata getMetadata() {
            return QueryResponseMetadata.newBuilder().setFetchedRecordsCount(entries.size()).setBookmark(bookmark).build();
        }
    }
}
