package org.voltrail.network.channel;

/** Names of groups, values and policies in a configuration tree. */
final class ConfigKeys {
    static final String CHANNEL = "Channel";
    static final String APPLICATION = "Application";
    static final String ORDERER = "Orderer";

    static final String HASHING_ALGORITHM = "HashingAlgorithm";
    static final String BLOCK_DATA_HASHING_STRUCTURE = "BlockDataHashingStructure";
    static final String ORDERER_ADDRESSES = "OrdererAddresses";
    static final String CAPABILITIES = "Capabilities";
    static final String MSP = "MSP";
    static final String ANCHOR_PEERS = "AnchorPeers";
    static final String ENDPOINTS = "Endpoints";
    static final String BATCH_SIZE = "BatchSize";
    static final String BATCH_TIMEOUT = "BatchTimeout";
    static final String CHANNEL_RESTRICTIONS = "ChannelRestrictions";
    static final String CONSENSUS_TYPE = "ConsensusType";

    static final String READERS = "Readers";
    static final String WRITERS = "Writers";
    static final String ADMINS = "Admins";
    static final String ENDORSEMENT = "Endorsement";
    static final String LIFECYCLE_ENDORSEMENT = "LifecycleEndorsement";
    static final String BLOCK_VALIDATION = "BlockValidation";

    private ConfigKeys() {}
}
