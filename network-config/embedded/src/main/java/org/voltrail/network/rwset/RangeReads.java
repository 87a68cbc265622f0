package org.voltrail.network.rwset;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.jspecify.annotations.Nullable;

/**
 * The results of a range query as they come: kept as they are up to {@code maxDegree}, summed up in a Merkle tree beyond.
 * A node's children are up to {@code maxDegree + 1}; the summary is the tree's top level. Not thread-safe.
 */
public final class RangeReads {
    /** The degree that simulation uses. */
    public static final int MAX_DEGREE = 50;

    private final int maxDegree;
    private final List<KVRead> pending = new ArrayList<>();
    /** Hashes by level; index 0 is the lowest level of hashes, which Fabric calls level 1. */
    private final List<List<ByteString>> levels = new ArrayList<>();

    public RangeReads(int maxDegree) {
        if (maxDegree < 2) {
            throw new IllegalArgumentException("maxDegree [" + maxDegree + "] should not be less than 2 in the merkle tree");
        }
        this.maxDegree = maxDegree;
        levels.add(new ArrayList<>());
    }

    /** Takes in the next result. */
    public void add(KVRead read) {
        pending.add(read);
        if (pending.size() > maxDegree) {
            hashPending();
        }
    }

    /** Ends the tree. Afterwards either {@link #rawReads} has all the results or {@link #summary} says what they were. */
    public void finish() {
        if (!isHashed()) {
            return;
        }
        if (!pending.isEmpty()) {
            hashPending();
        }
        raiseLowerLevels();
        List<ByteString> top = top();
        if (top.size() > maxDegree) {
            ByteString combined = Hashes.of(ByteString.copyFrom(top));
            top.clear();
            level(levels.size()).add(combined);
        }
    }

    /** The results that are not hashed (yet). */
    public List<KVRead> rawReads() {
        return pending;
    }

    /** The tree's top level as far as it is built, or null where nothing was hashed. */
    public @Nullable QueryReadsMerkleSummary summary() {
        return isHashed() ? topLevel() : null;
    }

    /** The tree's top level as far as it is built; without hashes where nothing was hashed. */
    public QueryReadsMerkleSummary topLevel() {
        return QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(maxDegree)
                .setMaxLevel(levels.size())
                .addAllMaxLevelHashes(top())
                .build();
    }

    /** The level's number that {@link #topLevel} shows, from 1. */
    public int depth() {
        return levels.size();
    }

    /** The number of hashes that {@link #topLevel} shows. */
    public int width() {
        return top().size();
    }

    /** A hash of the top level. */
    public ByteString topHash(int index) {
        return top().get(index);
    }

    private boolean isHashed() {
        return levels.size() > 1 || !levels.get(0).isEmpty();
    }

    private void hashPending() {
        ByteString hash = Hashes.of(QueryReads.newBuilder().addAllKvReads(pending).build().toByteString());
        pending.clear();
        addHash(hash);
    }

    private void addHash(ByteString leaf) {
        level(0).add(leaf);
        for (int i = 0; level(i).size() > maxDegree; i++) {
            ByteString combined = Hashes.of(ByteString.copyFrom(level(i)));
            level(i).clear();
            level(i + 1).add(combined);
        }
    }

    private void raiseLowerLevels() {
        for (int i = 0; i < levels.size() - 1; i++) {
            List<ByteString> hashes = level(i);
            if (!hashes.isEmpty()) {
                ByteString raised = hashes.size() == 1 ? hashes.get(0) : Hashes.of(ByteString.copyFrom(hashes));
                hashes.clear();
                level(i + 1).add(raised);
            }
        }
    }

    private List<ByteString> level(int index) {
        if (index == levels.size()) {
            levels.add(new ArrayList<>());
        }
        return levels.get(index);
    }

    private List<ByteString> top() {
        return levels.get(levels.size() - 1);
    }
}
