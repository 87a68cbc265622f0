package org.voltrail.network.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.wire.Wire;

/** Says in which respect two endorsers' results differ, for the log: the trace of chaincode that is not deterministic. */
final class PayloadDifference {
    private static final int MOST = 20;

    private PayloadDifference() {}

    static String describe(ByteString first, ByteString other) {
        try {
            List<String> differences = differences(action(first), action(other));
            return differences.isEmpty()
                    ? "the proposal hashes differ"
                    : String.join("; ", differences.subList(0, Math.min(MOST, differences.size())));
        } catch (InvalidProtocolBufferException e) {
            return "the results cannot be compared: " + e.getMessage();
        }
    }

    private static ChaincodeAction action(ByteString payload) throws InvalidProtocolBufferException {
        ProposalResponsePayload response = Wire.parse(ProposalResponsePayload.parser(), payload);
        return Wire.parse(ChaincodeAction.parser(), response.getExtension());
    }

    private static List<String> differences(ChaincodeAction first, ChaincodeAction other) throws InvalidProtocolBufferException {
        List<String> differences = new ArrayList<>();
        if (!first.getResponse().equals(other.getResponse())) {
            differences.add("response: %s / %s"
                    .formatted(first.getResponse().getPayload().toStringUtf8(), other.getResponse().getPayload().toStringUtf8()));
        }
        if (!first.getEvents().equals(other.getEvents())) {
            differences.add("chaincode event");
        }
        Map<String, Object> firstParts = parts(first.getResults());
        Map<String, Object> otherParts = parts(other.getResults());
        for (String part : union(firstParts, otherParts)) {
            if (!Objects.equals(firstParts.get(part), otherParts.get(part))) {
                differences.add("%s: %s / %s".formatted(part, text(firstParts.get(part)), text(otherParts.get(part))));
            }
        }
        return differences;
    }

    private static Iterable<String> union(Map<String, Object> first, Map<String, Object> other) {
        TreeSet<String> all = new TreeSet<>(first.keySet());
        all.addAll(other.keySet());
        return all;
    }

    private static String text(@Nullable Object part) {
        return part == null ? "absent" : part.toString().replace('\n', ' ').strip();
    }

    private static Map<String, Object> parts(ByteString results) throws InvalidProtocolBufferException {
        Map<String, Object> parts = new HashMap<>();
        for (NsReadWriteSet namespace : Wire.parse(TxReadWriteSet.parser(), results).getNsRwsetList()) {
            String name = namespace.getNamespace();
            KVRWSet set = Wire.parse(KVRWSet.parser(), namespace.getRwset());
            set.getReadsList().forEach(read -> parts.put(name + " read " + read.getKey(), read.getVersion()));
            set.getWritesList().forEach(write -> parts.put(name + " write " + write.getKey(), write.getValue().toStringUtf8()));
            set.getMetadataWritesList().forEach(write -> parts.put(name + " metadata of " + write.getKey(), write.getEntriesList()));
            set.getRangeQueriesInfoList().forEach(range -> parts.put(name + " range from " + range.getStartKey(), range));
            for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
                parts.put(name + " collection " + collection.getCollectionName(), collection.getPvtRwsetHash());
            }
        }
        return parts;
    }
}
