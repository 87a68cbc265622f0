package org.voltrail.network.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ACLs;

/** Which policy guards which resource of a channel ({@code core/aclmgmt}). */
final class AccessControl {
    private static final String READERS = "/Channel/Application/Readers";
    private static final String WRITERS = "/Channel/Application/Writers";
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("_lifecycle/CommitChaincodeDefinition", WRITERS),
            Map.entry("_lifecycle/QueryChaincodeDefinition", WRITERS),
            Map.entry("_lifecycle/QueryChaincodeDefinitions", WRITERS),
            Map.entry("_lifecycle/CheckCommitReadiness", WRITERS),
            Map.entry("lscc/ChaincodeExists", READERS),
            Map.entry("lscc/GetDeploymentSpec", READERS),
            Map.entry("lscc/GetChaincodeData", READERS),
            Map.entry("lscc/GetInstantiatedChaincodes", READERS),
            Map.entry("lscc/GetCollectionsConfig", READERS),
            Map.entry("qscc/GetChainInfo", READERS),
            Map.entry("qscc/GetBlockByNumber", READERS),
            Map.entry("qscc/GetBlockByHash", READERS),
            Map.entry("qscc/GetTransactionByID", READERS),
            Map.entry("qscc/GetBlockByTxID", READERS),
            Map.entry("cscc/GetConfigBlock", READERS),
            Map.entry("cscc/GetChannelConfig", READERS),
            Map.entry("peer/Propose", WRITERS),
            Map.entry("peer/ChaincodeToChaincode", WRITERS),
            Map.entry("event/Block", READERS),
            Map.entry("event/FilteredBlock", READERS),
            Map.entry("gateway/CommitStatus", READERS),
            Map.entry("gateway/ChaincodeEvents", READERS));

    private final Map<String, String> paths;

    AccessControl(ACLs configured) {
        this.paths = new HashMap<>(DEFAULTS);
        configured.getAclsMap().forEach((resource, access) -> paths.put(resource, absolute(access.getPolicyRef())));
    }

    private static String absolute(String reference) {
        return reference.startsWith("/") ? reference : "/Channel/Application/" + reference;
    }

    Optional<String> policyPath(String resource) {
        return Optional.ofNullable(paths.get(resource));
    }
}
