package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import java.util.stream.Stream;
import org.voltrail.network.rwset.TxRwSet;

/**
 * A public or a hashed private key.
 *
 * @param collection the collection; empty for a public key
 * @param key the key's UTF-8 bytes, or the private key's hash
 */
record LedgerKey(String namespace, String collection, ByteString key) {
    /** The keys that a transaction writes: values and metadata. */
    static Stream<LedgerKey> writtenBy(TxRwSet rwset) {
        return Stream.concat(withValueWrittenBy(rwset), withMetadataWrittenBy(rwset));
    }

    /** The keys whose metadata a transaction writes. */
    static Stream<LedgerKey> withMetadataWrittenBy(TxRwSet rwset) {
        return rwset.namespaces().stream().flatMap(ns -> Stream.concat(
                ns.rwset().getMetadataWritesList().stream().map(w -> new LedgerKey(ns.name(), "", w.getKeyBytes())),
                ns.collections().stream().flatMap(coll -> coll.rwset().getMetadataWritesList().stream()
                        .map(w -> new LedgerKey(ns.name(), coll.name(), w.getKeyHash())))));
    }

    private static Stream<LedgerKey> withValueWrittenBy(TxRwSet rwset) {
        return rwset.namespaces().stream().flatMap(ns -> Stream.concat(
                ns.rwset().getWritesList().stream().map(w -> new LedgerKey(ns.name(), "", w.getKeyBytes())),
                ns.collections().stream().flatMap(coll -> coll.rwset().getHashedWritesList().stream()
                        .map(w -> new LedgerKey(ns.name(), coll.name(), w.getKeyHash())))));
    }
}
