package org.voltrail.network.rwset;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.voltrail.network.wire.Wire;

/** A transaction's public read-write set with its nested messages parsed, in the order received. */
public record TxRwSet(List<Namespace> namespaces) {
    /** A namespace's public reads and writes, and the hashed ones of its collections. */
    public record Namespace(String name, KVRWSet rwset, List<Collection> collections) {
        /** Whether anything is written here: values or metadata, public or hashed. */
        public boolean hasWrites() {
            return rwset.getWritesCount() > 0 || rwset.getMetadataWritesCount() > 0 || collections.stream().anyMatch(Collection::hasWrites);
        }
    }

    /**
     * A collection's hashed reads and writes.
     *
     * @param privateHash the SHA-256 of the collection's plaintext writes; empty where there are none
     */
    public record Collection(String name, HashedRWSet rwset, ByteString privateHash) {
        /** Whether values or metadata are written here. */
        public boolean hasWrites() {
            return rwset.getHashedWritesCount() > 0 || rwset.getMetadataWritesCount() > 0;
        }
    }

    /**
     * Parses the results of a chaincode action.
     *
     * @throws InvalidProtocolBufferException when they or something in them is malformed
     */
    public static TxRwSet parse(ByteString results) throws InvalidProtocolBufferException {
        return of(Wire.parse(TxReadWriteSet.parser(), results));
    }

    /**
     * Parses what is nested in a read-write set.
     *
     * @throws InvalidProtocolBufferException when something in it is malformed
     */
    public static TxRwSet of(TxReadWriteSet rwset) throws InvalidProtocolBufferException {
        List<Namespace> namespaces = new ArrayList<>(rwset.getNsRwsetCount());
        for (NsReadWriteSet ns : rwset.getNsRwsetList()) {
            namespaces.add(namespace(ns));
        }
        return new TxRwSet(namespaces);
    }

    private static Namespace namespace(NsReadWriteSet ns) throws InvalidProtocolBufferException {
        List<Collection> collections = new ArrayList<>(ns.getCollectionHashedRwsetCount());
        for (CollectionHashedReadWriteSet coll : ns.getCollectionHashedRwsetList()) {
            HashedRWSet hashed = Wire.parse(HashedRWSet.parser(), coll.getHashedRwset());
            collections.add(new Collection(coll.getCollectionName(), hashed, coll.getPvtRwsetHash()));
        }
        return new Namespace(ns.getNamespace(), Wire.parse(KVRWSet.parser(), ns.getRwset()), collections);
    }
}
