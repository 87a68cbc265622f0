package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.peer.MetaDataKeys;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Version;

/**
 * A key's value in the state.
 *
 * @param value the value, or its hash in the hashed state of a collection; never empty
 * @param metadata the serialised metadata entries; empty where there are none
 * @param version who wrote value or metadata last
 */
public record StateValue(ByteString value, ByteString metadata, Version version) {
    /** The metadata by name. */
    public Map<String, byte[]> metadataEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (KVMetadataEntry entry : parsedMetadata().getEntriesList()) {
            entries.put(entry.getName(), entry.getValue().toByteArray());
        }
        return entries;
    }

    /** The key's own endorsement policy (a serialised {@code SignaturePolicyEnvelope}), or null where it has none; empty counts as none. */
    public @Nullable ByteString endorsementPolicy() {
        ByteString policy = validationParameter();
        return policy == null || policy.isEmpty() ? null : policy;
    }

    /** What stands in the metadata as the key's endorsement policy, be it empty, or null where nothing does. */
    public @Nullable ByteString validationParameter() {
        ByteString policy = null;
        if (!metadata.isEmpty()) {
            for (KVMetadataEntry entry : parsedMetadata().getEntriesList()) {
                if (entry.getName().equals(MetaDataKeys.VALIDATION_PARAMETER.name())) {
                    policy = entry.getValue();
                }
            }
        }
        return policy;
    }

    private KVMetadataWrite parsedMetadata() {
        try {
            return KVMetadataWrite.parseFrom(metadata);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("metadata in the state are malformed", e);
        }
    }
}
