package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.RangeReads;
import org.voltrail.network.rwset.RwSetBuilder;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.CommittedState.StateIterator;
import org.voltrail.network.validation.StateValue;

/** A simulation on one view of the state. */
final class LedgerSimulator implements Simulator {
    private final StateView view;
    private final HistoryReader history;
    private final Collections collections;
    private final String peerMspId;
    private final String txId;
    private final String creatorMspId;
    private final RwSetBuilder rwset = new RwSetBuilder();
    private final List<RangeQuery> rangeQueries = new ArrayList<>();
    private final List<AutoCloseable> cursors = new ArrayList<>();
    private final Map<String, Map<String, Optional<StateValue>>> known = new HashMap<>();
    private final Map<String, Map<String, WrittenPolicies>> written = new TreeMap<>();
    private final Map<String, Set<String>> privateReads = new TreeMap<>();
    private final Set<String> definitionsRead = new HashSet<>();
    private boolean writePerformed;
    private boolean pagedQueryPerformed;
    private boolean privateQueryPerformed;
    private boolean ended;
    private boolean closed;

    /** Starts on a view that is held for it, and lets go of it when closed. */
    LedgerSimulator(StateView view, HistoryReader history, String peerMspId, String txId, String creatorMspId) {
        this.view = view;
        this.history = history;
        this.collections = new Collections(view);
        this.peerMspId = peerMspId;
        this.txId = txId;
        this.creatorMspId = creatorMspId;
    }

    @Override
    public byte @Nullable [] getState(String namespace, String key) throws LedgerException {
        StateValue value = read(namespace, key);
        return value == null ? null : value.value().toByteArray();
    }

    @Override
    public Map<String, byte[]> getStateMetadata(String namespace, String key) throws LedgerException {
        StateValue value = read(namespace, key);
        return value == null ? Map.of() : value.metadataEntries();
    }

    private @Nullable StateValue read(String namespace, String key) throws LedgerException {
        checkOpen();
        StateValue value = committed(namespace, key);
        rwset.read(namespace, key, value == null ? null : value.version());
        return value;
    }

    private @Nullable StateValue committed(String namespace, String key) {
        return Objects.requireNonNull(known.computeIfAbsent(namespace, n -> new HashMap<>())
                        .computeIfAbsent(key, k -> Optional.ofNullable(view.get(namespace, k))))
                .orElse(null);
    }

    @Override
    public void putState(String namespace, String key, byte[] value) throws LedgerException {
        checkWrite(key);
        rwset.write(namespace, key, ByteString.copyFrom(value));
        note(namespace, "", committed(namespace, key));
    }

    @Override
    public void deleteState(String namespace, String key) throws LedgerException {
        putState(namespace, key, new byte[0]);
    }

    @Override
    public void setStateMetadata(String namespace, String key, Map<String, byte[]> metadata) throws LedgerException {
        checkWrite(key);
        rwset.writeMetadata(namespace, key, metadata);
        note(namespace, "", committed(namespace, key));
    }

    @Override
    public ResultsIterator<KeyValue> getStateRange(String namespace, String startKey, String endKey) throws LedgerException {
        checkOpen();
        return rangeQuery(namespace, startKey, endKey, 0);
    }

    @Override
    public ResultsPage getStateRangePage(String namespace, String startKey, String endKey, int pageSize) throws LedgerException {
        checkOpen();
        if (writePerformed) {
            throw unsupported("Paginated queries are supported only in a read-only transaction");
        }
        pagedQueryPerformed = true;
        return rangeQuery(namespace, startKey, endKey, pageSize);
    }

    private RangeQuery rangeQuery(String namespace, String startKey, String endKey, int limit) {
        RangeQuery query = new RangeQuery(namespace, startKey, endKey, limit, view.range(namespace, startKey, endKey));
        rangeQueries.add(query);
        return query;
    }

    @Override
    public ResultsIterator<KeyModification> getHistory(String namespace, String key) throws LedgerException {
        checkOpen();
        return closeLater(history.read(view, namespace, key));
    }

    @Override
    public byte @Nullable [] getPrivateData(String namespace, String collection, String key) throws LedgerException {
        checkOpen();
        checkMayRead(namespace, collection);
        StateValue value = view.getPrivate(peerMspId, namespace, collection, key);
        StateValue hashed = view.getHashed(namespace, collection, Hashes.ofKey(key));
        Version version = value == null ? null : value.version();
        Version hashedVersion = hashed == null ? null : hashed.version();
        if (!Objects.equals(version, hashedVersion)) {
            throw new LedgerException("private data matching public hash version is not available. Public hash version = "
                    + text(hashedVersion) + ", Private data version = " + text(version));
        }
        rwset.readPrivate(namespace, collection, key, version);
        privateReads.computeIfAbsent(namespace, n -> new TreeSet<>()).add(collection);
        return value == null ? null : value.value().toByteArray();
    }

    private static String text(@Nullable Version version) {
        return version == null ? "<nil>" : version.toString();
    }

    @Override
    public byte @Nullable [] getPrivateDataHash(String namespace, String collection, String key) throws LedgerException {
        StateValue value = readHashed(namespace, collection, key);
        return value == null ? null : value.value().toByteArray();
    }

    @Override
    public Map<String, byte[]> getPrivateDataMetadata(String namespace, String collection, String key) throws LedgerException {
        checkOpen();
        checkMayRead(namespace, collection);
        StateValue value = readHashed(namespace, collection, key);
        return value == null ? Map.of() : value.metadataEntries();
    }

    private @Nullable StateValue readHashed(String namespace, String collection, String key) throws LedgerException {
        checkOpen();
        collection(namespace, collection);
        StateValue value = view.getHashed(namespace, collection, Hashes.ofKey(key));
        rwset.readPrivate(namespace, collection, key, value == null ? null : value.version());
        return value;
    }

    @Override
    public void putPrivateData(String namespace, String collection, String key, byte[] value) throws LedgerException {
        checkPrivateWrite(namespace, collection, key);
        rwset.writePrivate(namespace, collection, key, ByteString.copyFrom(value));
        notePrivate(namespace, collection, key);
    }

    @Override
    public void deletePrivateData(String namespace, String collection, String key) throws LedgerException {
        putPrivateData(namespace, collection, key, new byte[0]);
    }

    @Override
    public void purgePrivateData(String namespace, String collection, String key) throws LedgerException {
        checkPrivateWrite(namespace, collection, key);
        rwset.purgePrivate(namespace, collection, key);
        notePrivate(namespace, collection, key);
    }

    @Override
    public void setPrivateDataMetadata(String namespace, String collection, String key, Map<String, byte[]> metadata)
            throws LedgerException {
        checkPrivateWrite(namespace, collection, key);
        rwset.writePrivateMetadata(namespace, collection, key, metadata);
        notePrivate(namespace, collection, key);
    }

    @Override
    public ResultsIterator<KeyValue> getPrivateDataRange(String namespace, String collection, String startKey, String endKey)
            throws LedgerException {
        checkOpen();
        checkMayRead(namespace, collection);
        if (writePerformed) {
            throw unsupported("Queries on pvt data is supported only in a read-only transaction");
        }
        privateQueryPerformed = true;
        return closeLater(new PrivateRange(view.privateRange(peerMspId, namespace, collection, startKey, endKey)));
    }

    private <C extends AutoCloseable> C closeLater(C cursor) {
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public SimulationResult result() throws LedgerException {
        checkOpen();
        if (ended) {
            throw new LedgerException("this function should only be called once on a transaction simulator instance");
        }
        ended = true;
        rangeQueries.forEach(query -> rwset.rangeQuery(query.namespace, query.info()));
        TxPvtReadWriteSet privateWrites = rwset.buildPrivate();
        return new SimulationResult(rwset.buildPublic(privateWrites), privateWrites, writes(), privateReads);
    }

    private Map<String, Map<String, WrittenKeys>> writes() {
        Map<String, Map<String, WrittenKeys>> writes = new TreeMap<>();
        written.forEach((namespace, colls) -> {
            Map<String, WrittenKeys> byCollection = new TreeMap<>();
            colls.forEach((coll, policies) -> byCollection.put(coll, new WrittenKeys(policies.common, Set.copyOf(policies.own))));
            writes.put(namespace, byCollection);
        });
        return writes;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        rangeQueries.forEach(RangeQuery::close);
        for (AutoCloseable cursor : cursors) {
            try {
                cursor.close();
            } catch (Exception e) {
                throw new IllegalStateException("a cursor could not be closed", e);
            }
        }
        view.release();
    }

    /** What a simulation's writes in a collection, or the public state, are to be endorsed under. */
    private static final class WrittenPolicies {
        private final Set<ByteString> own = new HashSet<>();
        private boolean common;
    }

    private void note(String namespace, String collection, @Nullable StateValue committed) {
        WrittenPolicies policies =
                written.computeIfAbsent(namespace, n -> new TreeMap<>()).computeIfAbsent(collection, c -> new WrittenPolicies());
        ByteString own = committed == null ? null : committed.validationParameter();
        if (own == null) {
            policies.common = true;
        } else {
            policies.own.add(own);
        }
    }

    private void notePrivate(String namespace, String collection, String key) {
        note(namespace, collection, view.getHashed(namespace, collection, Hashes.ofKey(key)));
    }

    private void checkOpen() throws LedgerException {
        if (closed) {
            throw new LedgerException("this instance should not be used after calling Done()");
        }
    }

    private void checkWrite(String key) throws LedgerException {
        checkOpen();
        if (privateQueryPerformed) {
            throw unsupported("Transaction has already performed queries on pvt data. Writes are not allowed");
        }
        if (pagedQueryPerformed) {
            throw unsupported("Transaction has already performed a paginated query. Writes are not allowed");
        }
        if (key.isEmpty()) {
            throw new LedgerException("key must not be an empty string");
        }
        writePerformed = true;
    }

    private void checkPrivateWrite(String namespace, String collection, String key) throws LedgerException {
        Collections.Collection config = collection(namespace, collection);
        if (config.memberOnlyWrite() && !config.members().contains(creatorMspId)) {
            throw noPermission("write", namespace, collection);
        }
        checkWrite(key);
    }

    private void checkMayRead(String namespace, String collection) throws LedgerException {
        Collections.Collection config = collection(namespace, collection);
        if (config.memberOnlyRead() && !config.members().contains(creatorMspId)) {
            throw noPermission("read", namespace, collection);
        }
    }

    /** The collection; its definition is among what the transaction reads, so that it fails if the definition changes. */
    private Collections.Collection collection(String namespace, String collection) throws LedgerException {
        checkOpen();
        if (!namespace.equals(StoredDefinitions.NAMESPACE) && definitionsRead.add(namespace)) {
            for (String key : StoredDefinitions.keys(namespace)) {
                read(StoredDefinitions.NAMESPACE, key);
            }
        }
        Optional<Collections.Collection> found = collections.find(namespace, collection);
        if (found.isEmpty() && !collections.hasImplicit(namespace)) {
            throw new LedgerException("collection config not defined for chaincode [" + namespace
                    + "], pass the collection configuration upon chaincode definition/instantiation");
        }
        return found.orElseThrow(() -> new LedgerException(
                "collection [" + collection + "] not defined in the collection config for chaincode [" + namespace + "]"));
    }

    private static LedgerException noPermission(String what, String namespace, String collection) {
        return new LedgerException("tx creator does not have " + what + " access permission on privatedata in chaincodeName:"
                + namespace + " collectionName: " + collection);
    }

    private LedgerException unsupported(String reason) {
        return new LedgerException("txid [" + txId + "]: unsuppored transaction. " + reason);
    }

    /** A public range query, noted in the read set as far as it is read. */
    private final class RangeQuery implements ResultsPage {
        private final String namespace;
        private final String startKey;
        private final String endKey;
        private final int limit;
        private final StateIterator iterator;
        private final RangeReads reads = new RangeReads(RangeReads.MAX_DEGREE);
        private int taken;
        private String lastKey = "";
        private boolean exhausted;

        RangeQuery(String namespace, String startKey, String endKey, int limit, StateIterator iterator) {
            this.namespace = namespace;
            this.startKey = startKey;
            this.endKey = endKey;
            this.limit = limit;
            this.iterator = iterator;
        }

        @Override
        public @Nullable KeyValue next() {
            if (exhausted || (limit > 0 && taken >= limit) || !iterator.next()) {
                exhausted = true;
                return null;
            }
            taken++;
            lastKey = iterator.key();
            StateValue value = iterator.value();
            reads.add(KVRead.newBuilder().setKey(lastKey).setVersion(value.version().toProto()).build());
            return new KeyValue(lastKey, value.value().toByteArray());
        }

        @Override
        public String bookmark() {
            return iterator.next() ? iterator.key() : "";
        }

        /** The range as it was read: to its end, or to the last key that was taken. */
        RangeQueryInfo info() {
            reads.finish();
            RangeQueryInfo.Builder info = RangeQueryInfo.newBuilder()
                    .setStartKey(startKey)
                    .setEndKey(exhausted ? endKey : lastKey)
                    .setItrExhausted(exhausted);
            if (reads.summary() != null) {
                info.setReadsMerkleHashes(reads.summary());
            } else if (!reads.rawReads().isEmpty()) {
                info.setRawReads(QueryReads.newBuilder().addAllKvReads(reads.rawReads()));
            }
            return info.build();
        }

        @Override
        public void close() {
            iterator.close();
        }
    }

    private record PrivateRange(StateIterator iterator) implements ResultsIterator<KeyValue> {
        @Override
        public @Nullable KeyValue next() {
            return iterator.next() ? new KeyValue(iterator.key(), iterator.value().value().toByteArray()) : null;
        }

        @Override
        public void close() {
            iterator.close();
        }
    }
}
