package org.voltrail.network.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.CheckedTransaction;
import org.voltrail.network.validation.StateUpdates;
import org.voltrail.network.validation.StateValue;
import org.voltrail.network.validation.ValidatedBlock;

/** Everything that a block changes in the state's database, put into one batch together with the save point. Not thread-safe. */
final class StateChange {
    /** Where the last applied block stands. */
    static final byte[] SAVEPOINT = "block".getBytes(StandardCharsets.US_ASCII);

    private final Database<StateTable>.Batch batch;
    private final StateView before;
    private final PrivateStore privateStore;
    private final BlockFiles.StoredBlock stored;
    private final ValidatedBlock validated;
    private final long number;

    /**
     * @param before the state before the block
     */
    StateChange(
            Database<StateTable>.Batch batch,
            StateView before,
            PrivateStore privateStore,
            BlockFiles.StoredBlock stored,
            ValidatedBlock validated) {
        this.batch = batch;
        this.before = before;
        this.privateStore = privateStore;
        this.stored = stored;
        this.validated = validated;
        this.number = stored.block().getHeader().getNumber();
    }

    /** Fills the batch. */
    void prepare(List<PrivateWrites> privateWrites) {
        putState();
        putPrivateState(privateWrites);
        putHistory();
        BlockIndex.add(batch, before, stored, validated.transactions());
        batch.put(StateTable.SAVEPOINT, SAVEPOINT, BlockIndex.encode(stored.span()));
    }

    private void putState() {
        validated.updates().namespaces().forEach((namespace, ns) -> {
            ns.keys().forEach((key, update) -> put(StateTable.PUBLIC, StateView.publicKey(namespace, key), update.value()));
            ns.collections().forEach((coll, hashes) -> hashes.forEach((keyHash, update) ->
                    put(StateTable.HASHED, StateView.hashedKey(namespace, coll, keyHash), update.value())));
        });
    }

    private void put(StateTable table, byte[] key, @org.jspecify.annotations.Nullable StateValue value) {
        if (value == null) {
            batch.delete(table, key);
        } else {
            batch.put(table, key, StateCodec.encode(value));
        }
    }

    private void putPrivateState(List<PrivateWrites> privateWrites) {
        StateUpdates updates = validated.updates();
        PrivateUpdates privateUpdates = new PrivateUpdates(before, updates);
        privateUpdates.apply(number, privateWrites);
        purge(privateUpdates);
        ExpirySchedule schedule = new ExpirySchedule(before, new Collections(before), batch, updates, privateUpdates);
        schedule.schedule(number);
        schedule.expire(number);
        privateUpdates.byKey().forEach((key, update) -> put(
                StateTable.PRIVATE, StateView.privateKey(key.mspId(), key.namespace(), key.collection(), key.key()), update.value()));
    }

    private void purge(PrivateUpdates privateUpdates) {
        for (Purge purge : purges(number, validated)) {
            Optional<String> key = privateStore.keyOf(purge.namespace, purge.collection, purge.keyHash);
            key.ifPresent(k -> before.config().applicationOrganisations().forEach(mspId ->
                    privateUpdates.purge(new PrivateUpdates.PrivateKey(mspId, purge.namespace, purge.collection, k), purge.version)));
        }
    }

    /** A private key that a valid transaction purges. */
    record Purge(String namespace, String collection, com.google.protobuf.ByteString keyHash, Version version) {}

    /** The keys that a block purges. */
    static List<Purge> purges(long number, ValidatedBlock validated) {
        return validated.transactions().stream()
                .filter(CheckedTransaction::isValid)
                .flatMap(tx -> tx.rwset().stream().flatMap(rwset -> rwset.namespaces().stream())
                        .flatMap(ns -> ns.collections().stream().flatMap(coll -> coll.rwset().getHashedWritesList().stream()
                                .filter(KVWriteHash::getIsPurge)
                                .map(write -> new Purge(ns.name(), coll.name(), write.getKeyHash(), new Version(number, tx.index()))))))
                .toList();
    }

    private void putHistory() {
        int[] offsets = BlockLayout.envelopeOffsets(stored.block());
        for (CheckedTransaction tx : validated.transactions()) {
            if (tx.isValid() && tx.rwset().isPresent()) {
                putHistory(tx, tx.rwset().get(), BlockIndex.encode(BlockIndex.envelope(stored, offsets, tx.index())));
            }
        }
    }

    private void putHistory(CheckedTransaction tx, TxRwSet rwset, byte[] place) {
        for (TxRwSet.Namespace ns : rwset.namespaces()) {
            for (KVWrite write : ns.rwset().getWritesList()) {
                batch.put(StateTable.HISTORY, HistoryReader.key(ns.name(), write.getKey(), number, tx.index()), place);
            }
        }
    }
}
