package org.voltrail.network.lifecycle;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;

/** What the organisations of a channel agree on about a chaincode, apart from its name and sequence number. */
record DefinitionParameters(
        ChaincodeEndorsementInfo endorsementInfo, ChaincodeValidationInfo validationInfo, CollectionConfigPackage collections) {
    private static final ByteString DEFAULT_POLICY = ApplicationPolicy.newBuilder()
            .setChannelConfigPolicyReference("/Channel/Application/Endorsement")
            .build()
            .toByteString();

    /** The parameters with Fabric's defaults in place of what is left empty. */
    static DefinitionParameters of(
            String version,
            String endorsementPlugin,
            String validationPlugin,
            ByteString validationParameter,
            boolean initRequired,
            CollectionConfigPackage collections) {
        return new DefinitionParameters(
                ChaincodeEndorsementInfo.newBuilder()
                        .setVersion(version)
                        .setEndorsementPlugin(endorsementPlugin.isEmpty() ? "escc" : endorsementPlugin)
                        .setInitRequired(initRequired)
                        .build(),
                ChaincodeValidationInfo.newBuilder()
                        .setValidationPlugin(validationPlugin.isEmpty() ? "vscc" : validationPlugin)
                        .setValidationParameter(validationParameter.isEmpty() ? DEFAULT_POLICY : validationParameter)
                        .build(),
                collections);
    }

    /** In which respect {@code passed} differs, in Fabric's words; empty where it does not. */
    String differenceTo(DefinitionParameters passed) {
        ChaincodeEndorsementInfo mine = endorsementInfo;
        ChaincodeEndorsementInfo theirs = passed.endorsementInfo;
        if (!mine.getVersion().equals(theirs.getVersion())) {
            return difference("Version", mine.getVersion(), theirs.getVersion());
        }
        if (!mine.getEndorsementPlugin().equals(theirs.getEndorsementPlugin())) {
            return difference("EndorsementPlugin", mine.getEndorsementPlugin(), theirs.getEndorsementPlugin());
        }
        if (mine.getInitRequired() != theirs.getInitRequired()) {
            return difference("InitRequired", mine.getInitRequired(), theirs.getInitRequired());
        }
        return validationDifferenceTo(passed);
    }

    private String validationDifferenceTo(DefinitionParameters passed) {
        ChaincodeValidationInfo mine = validationInfo;
        ChaincodeValidationInfo theirs = passed.validationInfo;
        if (!mine.getValidationPlugin().equals(theirs.getValidationPlugin())) {
            return difference("ValidationPlugin", mine.getValidationPlugin(), theirs.getValidationPlugin());
        }
        if (!mine.getValidationParameter().equals(theirs.getValidationParameter())) {
            return difference("ValidationParameter", hex(mine.getValidationParameter()), hex(theirs.getValidationParameter()));
        }
        return collections.equals(passed.collections) ? "" : "Collections do not match";
    }

    private static String difference(String name, Object expected, Object passed) {
        return "expected %1$s '%2$s' does not match passed %1$s '%3$s'".formatted(name, expected, passed);
    }

    private static String hex(ByteString bytes) {
        return java.util.HexFormat.of().formatHex(bytes.toByteArray());
    }
}
