package org.voltrail.network.lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ledger.KeyValue;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.ResultsIterator;
import org.voltrail.network.ledger.Simulator;
import org.voltrail.network.wire.Wire;

/**
 * The {@code _lifecycle} namespace in Fabric's layout, through one simulation: what the channel has agreed on (public state) or what
 * one organisation has approved (its implicit collection).
 */
final class LifecycleState {
    static final String NAMESPACE = "_lifecycle";
    static final String NAMESPACES = "namespaces";
    static final String SOURCES = "chaincode-sources";

    private static final String IMPLICIT_PREFIX = "_implicit_org_";

    private final Simulator simulator;
    private final @Nullable String collection;

    private LifecycleState(Simulator simulator, @Nullable String collection) {
        this.simulator = simulator;
        this.collection = collection;
    }

    /** The state that all organisations share. */
    static LifecycleState shared(Simulator simulator) {
        return new LifecycleState(simulator, null);
    }

    /** What the organisation has approved. */
    static LifecycleState ofOrganisation(Simulator simulator, String mspId) {
        return new LifecycleState(simulator, IMPLICIT_PREFIX + mspId);
    }

    /** The name under which an organisation's approval of a definition is kept. */
    static String approvalName(String chaincode, long sequence) {
        return chaincode + "#" + sequence;
    }

    /** The sequence number of a committed definition, 0 where there is none. */
    long sequence(String chaincode) throws LedgerException {
        byte[] value = get(fieldKey(NAMESPACES, chaincode, "Sequence"));
        return value == null ? 0 : parse(StateData.parser(), value).getInt64();
    }

    /** Whether something is kept under the name. */
    Optional<StateMetadata> metadata(String section, String name) throws LedgerException {
        byte[] value = get(metadataKey(section, name));
        return value == null ? Optional.empty() : Optional.of(parse(StateMetadata.parser(), value));
    }

    /** The names of all that a section keeps. */
    List<String> names(String section) throws LedgerException {
        String prefix = section + "/metadata/";
        List<String> names = new ArrayList<>();
        try (ResultsIterator<KeyValue> entries = range(prefix)) {
            for (KeyValue entry = entries.next(); entry != null; entry = entries.next()) {
                names.add(entry.key().substring(prefix.length()));
            }
        }
        return names;
    }

    private ResultsIterator<KeyValue> range(String prefix) throws LedgerException {
        String end = prefix + "\u007f";
        return collection == null
                ? simulator.getStateRange(NAMESPACE, prefix, end)
                : simulator.getPrivateDataRange(NAMESPACE, collection, prefix, end);
    }

    /** The parameters kept under the name. */
    DefinitionParameters parameters(String name) throws LedgerException {
        return new DefinitionParameters(
                parse(ChaincodeEndorsementInfo.parser(), bytes(NAMESPACES, name, "EndorsementInfo")),
                parse(ChaincodeValidationInfo.parser(), bytes(NAMESPACES, name, "ValidationInfo")),
                parse(CollectionConfigPackage.parser(), bytes(NAMESPACES, name, "Collections")));
    }

    /** The package id that an approval names, empty where it names none. */
    String packageId(String approvalName) throws LedgerException {
        return field(SOURCES, approvalName, "PackageID").getString();
    }

    private byte[] bytes(String section, String name, String field) throws LedgerException {
        return field(section, name, field).getBytes().toByteArray();
    }

    private StateData field(String section, String name, String field) throws LedgerException {
        byte[] value = get(fieldKey(section, name, field));
        return value == null ? StateData.getDefaultInstance() : parse(StateData.parser(), value);
    }

    /** Writes a structure: only the fields that change, and its metadata when those change. */
    void write(String section, String name, StateRecord structure) throws LedgerException {
        StateMetadata known = metadata(section, name).orElse(StateMetadata.getDefaultInstance());
        Set<String> stale = new HashSet<>(known.getFieldsList());
        for (Map.Entry<String, StateData> field : structure.fields().entrySet()) {
            writeField(fieldKey(section, name, field.getKey()), field.getValue().toByteArray(), stale.remove(field.getKey()));
        }
        if (!stale.isEmpty() || !structure.metadata().equals(known.toByteString())) {
            put(metadataKey(section, name), structure.metadata().toByteArray());
        }
        for (String field : stale) {
            delete(fieldKey(section, name, field));
        }
    }

    private void writeField(String key, byte[] value, boolean known) throws LedgerException {
        if (!known || !Arrays.equals(get(key), value)) {
            put(key, value);
        }
    }

    /** The fields whose hashes differ from those of {@code structure}; its type's name alone where its metadata differs. */
    List<String> mismatches(String section, String name, StateRecord structure) throws LedgerException {
        byte[] metadataHash = hash(metadataKey(section, name));
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, StateData> field : structure.fields().entrySet()) {
            if (!Arrays.equals(hash(fieldKey(section, name, field.getKey())), sha256(field.getValue().toByteString()))) {
                different.add(field.getKey());
            }
        }
        return Arrays.equals(metadataHash, sha256(structure.metadata())) ? different : List.of(structure.type());
    }

    private static byte[] sha256(ByteString bytes) {
        return Wire.sha256().digest(bytes.toByteArray());
    }

    private byte @Nullable [] hash(String key) throws LedgerException {
        if (collection == null) {
            throw new IllegalStateException("Only an organisation's approvals are compared by hash");
        }
        return simulator.getPrivateDataHash(NAMESPACE, collection, key);
    }

    private byte @Nullable [] get(String key) throws LedgerException {
        return collection == null ? simulator.getState(NAMESPACE, key) : simulator.getPrivateData(NAMESPACE, collection, key);
    }

    private void put(String key, byte[] value) throws LedgerException {
        if (collection == null) {
            simulator.putState(NAMESPACE, key, value);
        } else {
            simulator.putPrivateData(NAMESPACE, collection, key, value);
        }
    }

    private void delete(String key) throws LedgerException {
        if (collection == null) {
            simulator.deleteState(NAMESPACE, key);
        } else {
            simulator.deletePrivateData(NAMESPACE, collection, key);
        }
    }

    private static String metadataKey(String section, String name) {
        return section + "/metadata/" + name;
    }

    private static String fieldKey(String section, String name, String field) {
        return section + "/fields/" + name + "/" + field;
    }

    private static <T> T parse(Parser<T> parser, byte[] value) throws LedgerException {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerException("could not unmarshal state of the lifecycle: " + e.getMessage(), e);
        }
    }
}
