package org.voltrail.network.validation;

import java.util.List;
import java.util.Objects;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.RangeReads;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.rwset.Version;

/** Whether what a transaction read still holds: in the committed state and in what earlier transactions of its block did. */
final class ConflictCheck {
    private final CommittedState state;
    private final StateUpdates updates;

    ConflictCheck(CommittedState state, StateUpdates updates) {
        this.state = state;
        this.updates = updates;
    }

    /** {@code VALID}, {@code MVCC_READ_CONFLICT} or {@code PHANTOM_READ_CONFLICT}; by namespace reads, range queries, hashed reads. */
    TxValidationCode check(TxRwSet rwset) {
        for (TxRwSet.Namespace ns : rwset.namespaces()) {
            if (!readsHold(ns.name(), ns.rwset().getReadsList())) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
            if (!rangesHold(ns.name(), ns.rwset().getRangeQueriesInfoList())) {
                return TxValidationCode.PHANTOM_READ_CONFLICT;
            }
            if (!hashedReadsHold(ns)) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
        }
        return TxValidationCode.VALID;
    }

    private boolean readsHold(String namespace, List<KVRead> reads) {
        for (KVRead read : reads) {
            if (updates.get(namespace, read.getKey()) != null
                    || !Objects.equals(Version.of(read), versionOf(state.get(namespace, read.getKey())))) {
                return false;
            }
        }
        return true;
    }

    private boolean hashedReadsHold(TxRwSet.Namespace ns) {
        for (TxRwSet.Collection coll : ns.collections()) {
            for (KVReadHash read : coll.rwset().getHashedReadsList()) {
                if (updates.getHashed(ns.name(), coll.name(), read.getKeyHash()) != null
                        || !Objects.equals(Version.of(read), versionOf(state.getHashed(ns.name(), coll.name(), read.getKeyHash())))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean rangesHold(String namespace, List<RangeQueryInfo> queries) {
        for (RangeQueryInfo query : queries) {
            try (UpdatedRange range = new UpdatedRange(state, updates, namespace, query)) {
                if (!(query.hasReadsMerkleHashes() ? hashesHold(query.getReadsMerkleHashes(), range) : rawReadsHold(query, range))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean rawReadsHold(RangeQueryInfo query, UpdatedRange range) {
        for (KVRead read : query.getRawReads().getKvReadsList()) {
            if (!range.next() || !range.key().equals(read.getKey()) || !range.version().equals(Version.of(read))) {
                return false;
            }
        }
        return !range.next();
    }

    /** Builds the tree again and stops at the first hash that differs. */
    private static boolean hashesHold(QueryReadsMerkleSummary expected, UpdatedRange range) {
        if (expected.getMaxDegree() < 2) {
            return false;
        }
        RangeReads reads = new RangeReads(expected.getMaxDegree());
        int matched = 0;
        while (range.next()) {
            reads.add(KVRead.newBuilder().setKey(range.key()).setVersion(range.version().toProto()).build());
            if (reads.depth() >= expected.getMaxLevel() && reads.width() != matched) {
                if (reads.depth() > expected.getMaxLevel()
                        || reads.width() > expected.getMaxLevelHashesCount()
                        || !reads.topHash(matched).equals(expected.getMaxLevelHashes(matched))) {
                    return false;
                }
                matched++;
            }
        }
        reads.finish();
        return expected.equals(reads.summary());
    }

    private static @Nullable Version versionOf(@Nullable StateValue value) {
        return value == null ? null : value.version();
    }
}
