package org.voltrail.network.ledger;

import java.util.List;
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
 * @param writtenNamespaces namespaces with public writes, metadata writes or private writes
 * @param keyPolicies key-level policies (serialised SignaturePolicyEnvelope) in force on written keys, by namespace
 * @param privateCollections collections with private reads or writes, by namespace
 */
public record SimulationResult(
        TxReadWriteSet publicResults,
        @Nullable TxPvtReadWriteSet privateResults,
        Set<String> writtenNamespaces,
        Map<String, List<byte[]>> keyPolicies,
        Map<String, Set<String>> privateCollections) {}
