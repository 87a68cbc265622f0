package org.voltrail.network.access;

import org.jspecify.annotations.Nullable;

/** The resources of a peer that access is checked for, with the policy that Fabric applies by default. */
public enum Resource {
    PROPOSE("peer/Propose", Resource.WRITERS),
    CHAINCODE_TO_CHAINCODE("peer/ChaincodeToChaincode", Resource.WRITERS),
    BLOCK_EVENTS("event/Block", Resource.READERS),
    FILTERED_BLOCK_EVENTS("event/FilteredBlock", Resource.READERS),
    COMMIT_STATUS("gateway/CommitStatus", Resource.READERS),
    CHAINCODE_EVENTS("gateway/ChaincodeEvents", Resource.READERS),
    CHAIN_INFO("qscc/GetChainInfo", Resource.READERS),
    BLOCK_BY_NUMBER("qscc/GetBlockByNumber", Resource.READERS),
    BLOCK_BY_HASH("qscc/GetBlockByHash", Resource.READERS),
    TRANSACTION_BY_ID("qscc/GetTransactionByID", Resource.READERS),
    BLOCK_BY_TRANSACTION("qscc/GetBlockByTxID", Resource.READERS),
    CONFIG_BLOCK("cscc/GetConfigBlock", Resource.READERS),
    CHANNEL_CONFIG("cscc/GetChannelConfig", Resource.READERS),
    CHANNEL_LIST("cscc/GetChannels", null, LocalRole.MEMBER),
    INSTALL("_lifecycle/InstallChaincode", null, LocalRole.ADMIN),
    QUERY_INSTALLED("_lifecycle/QueryInstalledChaincode", null, LocalRole.ADMIN),
    QUERY_ALL_INSTALLED("_lifecycle/QueryInstalledChaincodes", null, LocalRole.ADMIN),
    INSTALLED_PACKAGE("_lifecycle/GetInstalledChaincodePackage", null, LocalRole.ADMIN),
    APPROVE("_lifecycle/ApproveChaincodeDefinitionForMyOrg", null, LocalRole.ADMIN),
    QUERY_APPROVED("_lifecycle/QueryApprovedChaincodeDefinition", null, LocalRole.ADMIN),
    QUERY_ALL_APPROVED("_lifecycle/QueryApprovedChaincodeDefinitions", null, LocalRole.ADMIN),
    COMMIT("_lifecycle/CommitChaincodeDefinition", Resource.WRITERS),
    QUERY_COMMITTED("_lifecycle/QueryChaincodeDefinition", Resource.WRITERS),
    QUERY_ALL_COMMITTED("_lifecycle/QueryChaincodeDefinitions", Resource.WRITERS),
    COMMIT_READINESS("_lifecycle/CheckCommitReadiness", Resource.WRITERS);

    private static final String WRITERS = "/Channel/Application/Writers";
    private static final String READERS = "/Channel/Application/Readers";

    private final String id;
    private final @Nullable String policy;
    private final @Nullable LocalRole localRole;

    Resource(String id, String policy) {
        this(id, policy, null);
    }

    Resource(String id, @Nullable String policy, @Nullable LocalRole localRole) {
        this.id = id;
        this.policy = policy;
        this.localRole = localRole;
    }

    /** The resource's name in a channel's access control list, such as {@code peer/Propose}. */
    public String id() {
        return id;
    }

    /** The default policy's path, or null where the resource belongs to the peer and not to a channel. */
    @Nullable String policy() {
        return policy;
    }

    /** The role in the peer's own organisation that is needed, or null where a channel policy decides. */
    @Nullable LocalRole localRole() {
        return localRole;
    }

    /** A role in the peer's own organisation. */
    enum LocalRole {
        ADMIN("Admins"),
        MEMBER("Members");

        private final String policyName;

        LocalRole(String policyName) {
            this.policyName = policyName;
        }

        String policyName() {
            return policyName;
        }
    }
}
