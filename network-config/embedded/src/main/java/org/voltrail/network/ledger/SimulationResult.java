package org.voltrail.network.ledger;

import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation read and wrote.
 *
 * @param publicResults the read-write sets with hashed collections; namespaces, keys and collections sorted as Fabric sorts them
 * @param privateResults the collections' plaintext writes, or null where there are none
 * @param writes whose endorsement the writes need: namespace to collection to written keys, where the collection {@code ""} is the
 *     public state; value, metadata, delete and purge writes count alike
 * @param privateReads collections of which plaintext was read (a read of a hash is not one), by namespace
 */
public record SimulationResult(
        TxReadWriteSet publicResults,
        @Nullable TxPvtReadWriteSet privateResults,
        Map<String, Map<String, WrittenKeys>> writes,
        Map<String, Set<String>> privateReads) {}
