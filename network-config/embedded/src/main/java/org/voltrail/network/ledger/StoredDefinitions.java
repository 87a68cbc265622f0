package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.validation.CommittedState;
import org.voltrail.network.validation.StateValue;

/** Reads chaincode definitions from Fabric's layout of the {@code _lifecycle} namespace. */
final class StoredDefinitions {
    /** The namespace of chaincode definitions. */
    static final String NAMESPACE = "_lifecycle";

    private static final String CHAINCODE_DEFINITION = "ChaincodeDefinition";
    private static final List<String> FIELDS = List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections");

    private final CommittedState state;
    private final String name;

    private StoredDefinitions(CommittedState state, String name) {
        this.state = state;
        this.name = name;
    }

    /** The keys that hold a chaincode's definition. */
    static List<String> keys(String name) {
        return Stream.concat(Stream.of(metadataKey(name)), FIELDS.stream().map(field -> fieldKey(name, field))).toList();
    }

    private static String metadataKey(String name) {
        return "namespaces/metadata/" + name;
    }

    private static String fieldKey(String name, String field) {
        return "namespaces/fields/" + name + "/" + field;
    }

    /** The definition of a chaincode, or empty where the name is not defined as one. */
    static Optional<ChaincodeDefinition> read(CommittedState state, String name) {
        try {
            return new StoredDefinitions(state, name).read();
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("the definition of chaincode " + name + " is unreadable", e);
        }
    }

    private Optional<ChaincodeDefinition> read() throws InvalidProtocolBufferException {
        StateValue metadata = state.get(NAMESPACE, metadataKey(name));
        if (metadata == null || !StateMetadata.parseFrom(metadata.value()).getDatatype().equals(CHAINCODE_DEFINITION)) {
            return Optional.empty();
        }
        ChaincodeEndorsementInfo endorsement = message(ChaincodeEndorsementInfo.parser(), "EndorsementInfo");
        ChaincodeValidationInfo validation = message(ChaincodeValidationInfo.parser(), "ValidationInfo");
        return Optional.of(new ChaincodeDefinition(
                name,
                endorsement.getVersion(),
                field("Sequence").getInt64(),
                policy(validation.getValidationParameter()),
                message(CollectionConfigPackage.parser(), "Collections"),
                endorsement.getInitRequired()));
    }

    private static ApplicationPolicy policy(ByteString bytes) {
        try {
            return ApplicationPolicy.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return ApplicationPolicy.newBuilder().setChannelConfigPolicyReference("unreadable").build();
        }
    }

    private <T extends MessageLite> T message(Parser<T> parser, String field) throws InvalidProtocolBufferException {
        return parser.parseFrom(field(field).getBytes());
    }

    private StateData field(String field) throws InvalidProtocolBufferException {
        StateValue value = state.get(NAMESPACE, fieldKey(name, field));
        return value == null ? StateData.getDefaultInstance() : StateData.parseFrom(value.value());
    }
}
