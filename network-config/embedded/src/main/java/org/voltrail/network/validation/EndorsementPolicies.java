package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.lifecycle.ChaincodeDefinitions;
import org.voltrail.network.policy.Policy;
import org.voltrail.network.policy.SignedData;

/** The endorsement policies of chaincodes, collections and keys under one channel configuration and one set of definitions. Thread-safe. */
final class EndorsementPolicies {
    /** The namespace of chaincode definitions. */
    static final String LIFECYCLE = "_lifecycle";

    private static final String LIFECYCLE_POLICY = "/Channel/Application/LifecycleEndorsement";
    private static final Policy NEVER = new Never();

    private final ChannelConfig config;
    private final ChaincodeDefinitions definitions;
    private final Map<String, Optional<Policy>> chaincodes = new ConcurrentHashMap<>();
    private final Map<CollectionId, Optional<Policy>> collections = new ConcurrentHashMap<>();
    private final Map<ByteString, Policy> keys = new ConcurrentHashMap<>();

    private record CollectionId(String namespace, String name) {}

    EndorsementPolicies(ChannelConfig config, ChaincodeDefinitions definitions) {
        this.config = config;
        this.definitions = definitions;
    }

    /** The chaincode's policy, or null where it is not defined or its definition names none. */
    @Nullable Policy ofChaincode(String name) {
        return chaincodes.computeIfAbsent(name, this::chaincodePolicy).orElse(null);
    }

    /** The collection's policy, its chaincode's where it has none of its own, or null where there is no such collection. */
    @Nullable Policy ofCollection(String namespace, String collection) {
        return collections.computeIfAbsent(new CollectionId(namespace, collection), this::collectionPolicy).orElse(null);
    }

    /** A key's own policy; one that cannot be read is satisfied by nothing. */
    Policy ofKey(ByteString signaturePolicy) {
        return keys.computeIfAbsent(signaturePolicy, this::keyPolicy);
    }

    private Optional<Policy> chaincodePolicy(String name) {
        if (name.equals(LIFECYCLE)) {
            return Optional.of(lifecyclePolicy());
        }
        return definitions
                .find(name)
                .map(ChaincodeDefinition::endorsementPolicy)
                .filter(policy -> policy.getTypeCase() != ApplicationPolicy.TypeCase.TYPE_NOT_SET)
                .map(config.policies()::applicationPolicy);
    }

    private Policy lifecyclePolicy() {
        return config.policies().policy(LIFECYCLE_POLICY).orElseGet(this::majorityOfMembers);
    }

    private Policy majorityOfMembers() {
        List<String> mspIds = config.applicationOrganisations();
        return config.policies().signaturePolicy(MemberPolicies.nOf(mspIds.size() / 2 + 1, mspIds));
    }

    private Optional<Policy> collectionPolicy(CollectionId id) {
        Optional<String> owner = ImplicitCollections.owner(id.name);
        if (owner.isPresent()) {
            return implicitCollectionPolicy(id.namespace, owner.get());
        }
        return definitions.find(id.namespace).flatMap(definition -> collection(definition, id.name)).map(coll -> policy(id, coll));
    }

    private Optional<Policy> implicitCollectionPolicy(String namespace, String mspId) {
        boolean defined = namespace.equals(LIFECYCLE) || definitions.find(namespace).isPresent();
        if (!defined) {
            return Optional.empty();
        }
        return ImplicitCollections.organisationGroup(config, mspId)
                .map(group -> config.policies()
                        .policy("/Channel/Application/" + group + "/Endorsement")
                        .orElseGet(() -> config.policies().signaturePolicy(MemberPolicies.nOf(1, List.of(mspId)))));
    }

    private static Optional<StaticCollectionConfig> collection(ChaincodeDefinition definition, String name) {
        return definition.collections().getConfigList().stream()
                .map(coll -> coll.getStaticCollectionConfig())
                .filter(coll -> coll.getName().equals(name))
                .findFirst();
    }

    private Policy policy(CollectionId id, StaticCollectionConfig coll) {
        if (coll.hasEndorsementPolicy()) {
            return config.policies().applicationPolicy(coll.getEndorsementPolicy());
        }
        Policy ofChaincode = ofChaincode(id.namespace);
        return ofChaincode == null ? NEVER : ofChaincode;
    }

    private Policy keyPolicy(ByteString bytes) {
        try {
            return config.policies().signaturePolicy(SignaturePolicyEnvelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return NEVER;
        }
    }

    private static final class Never implements Policy {
        @Override
        public boolean evaluate(List<SignedData> signatures) {
            return false;
        }

        @Override
        public boolean satisfiedBy(List<Identity> signers) {
            return false;
        }

        @Override
        public boolean satisfiedByPeers(List<String> mspIds) {
            return false;
        }
    }

    /** Signature policies over members of organisations. */
    private static final class MemberPolicies {
        static SignaturePolicyEnvelope nOf(int n, List<String> mspIds) {
            SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
            SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(n);
            for (String mspId : mspIds) {
                rule.addRules(SignaturePolicy.newBuilder().setSignedBy(envelope.getIdentitiesCount()));
                envelope.addIdentities(MSPPrincipal.newBuilder()
                        .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                        .setPrincipal(MSPRole.newBuilder().setRole(MSPRole.MSPRoleType.MEMBER).setMspIdentifier(mspId).build().toByteString()));
            }
            return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build();
        }
    }
}
