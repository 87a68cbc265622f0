package org.voltrail.network.lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/** A structure of the {@code _lifecycle} state: one key for each field and one that names the type and its fields. */
record StateRecord(String type, Map<String, StateData> fields) {
    static final String DEFINITION = "ChaincodeDefinition";
    static final String PARAMETERS = "ChaincodeParameters";
    static final String LOCAL_PACKAGE = "ChaincodeLocalPackage";

    static StateRecord definition(long sequence, DefinitionParameters parameters) {
        Map<String, StateData> fields = new LinkedHashMap<>();
        fields.put("Sequence", StateData.newBuilder().setInt64(sequence).build());
        fields.putAll(parameterFields(parameters));
        return new StateRecord(DEFINITION, fields);
    }

    static StateRecord parameters(DefinitionParameters parameters) {
        return new StateRecord(PARAMETERS, parameterFields(parameters));
    }

    static StateRecord localPackage(String packageId) {
        return new StateRecord(LOCAL_PACKAGE, Map.of("PackageID", StateData.newBuilder().setString(packageId).build()));
    }

    private static Map<String, StateData> parameterFields(DefinitionParameters parameters) {
        Map<String, StateData> fields = new LinkedHashMap<>();
        fields.put("EndorsementInfo", bytes(parameters.endorsementInfo()));
        fields.put("ValidationInfo", bytes(parameters.validationInfo()));
        fields.put("Collections", bytes(parameters.collections()));
        return fields;
    }

    private static StateData bytes(MessageLite message) {
        return StateData.newBuilder().setBytes(message.toByteString()).build();
    }

    ByteString metadata() {
        return StateMetadata.newBuilder()
                .setDatatype(type)
                .addAllFields(List.copyOf(fields.keySet()))
                .build()
                .toByteString();
    }
}
