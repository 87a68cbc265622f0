package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * The plaintext that a transaction writes to a collection.
 *
 * @param tx the transaction's index in its block
 * @param writeSet the serialised {@code KVRWSet}
 * @param members the organisations that hold it
 */
record PrivateWrites(int tx, String namespace, String collection, ByteString writeSet, Set<String> members) {
    KVRWSet parsed() {
        try {
            return KVRWSet.parseFrom(writeSet);
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("a private write set is unreadable", e);
        }
    }
}
