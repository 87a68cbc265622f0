package org.voltrail.network.lifecycle;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;

/** What a chaincode definition must fulfil before an organisation may approve or commit it. */
final class DefinitionRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9-]+([A-Za-z0-9_-]+)*");
    private static final Set<String> SYSTEM_NAMES = Set.of("cscc", "escc", "lscc", "qscc", "vscc");

    private final MspManager msps;

    DefinitionRules(MspManager msps) {
        this.msps = msps;
    }

    /** The network has Fabric's own plugins only; an empty name stands for them. */
    static void checkPlugins(String endorsementPlugin, String validationPlugin) throws LifecycleException {
        require(
                endorsementPlugin.isEmpty() || endorsementPlugin.equals("escc"),
                "UNIMPLEMENTED: the embedded network has the endorsement plugin escc only, not '%s'",
                endorsementPlugin);
        require(
                validationPlugin.isEmpty() || validationPlugin.equals("vscc"),
                "UNIMPLEMENTED: the embedded network has the validation plugin vscc only, not '%s'",
                validationPlugin);
    }

    void check(String name, String version, CollectionConfigPackage proposed, CollectionConfigPackage committed) throws LifecycleException {
        checkName(name, version);
        checkCollections(proposed);
        checkAgainstCommitted(proposed, committed);
    }

    private static void checkName(String name, String version) throws LifecycleException {
        require(
                NAME.matcher(name).matches(),
                "invalid chaincode name '%s'. Names can only consist of alphanumerics, '_', and '-' and can only begin with alphanumerics",
                name);
        require(!SYSTEM_NAMES.contains(name), "chaincode name '%s' is the name of a system chaincode", name);
        require(
                VERSION.matcher(version).matches(),
                "invalid chaincode version '%s'. Versions can only consist of alphanumerics, '_', '-', '+', and '.'",
                version);
    }

    private void checkCollections(CollectionConfigPackage collections) throws LifecycleException {
        Set<String> names = new HashSet<>();
        for (CollectionConfig config : collections.getConfigList()) {
            require(config.hasStaticCollectionConfig(), "collection configuration is empty");
            StaticCollectionConfig collection = config.getStaticCollectionConfig();
            checkNumbers(collection);
            require(
                    names.add(collection.getName()),
                    "collection-name: %s -- found duplicate in collection configuration",
                    collection.getName());
            checkMembers(collection);
        }
    }

    private static void checkNumbers(StaticCollectionConfig collection) throws LifecycleException {
        String name = collection.getName();
        require(
                COLLECTION.matcher(name).matches(),
                "invalid collection name '%s'. Names can only consist of alphanumerics, '_', and '-' and cannot begin with '_'",
                name);
        require(
                collection.getMaximumPeerCount() >= collection.getRequiredPeerCount(),
                "collection-name: %s -- maximum peer count (%d) cannot be less than the required peer count (%d)",
                name,
                collection.getMaximumPeerCount(),
                collection.getRequiredPeerCount());
        require(
                collection.getRequiredPeerCount() >= 0,
                "collection-name: %s -- requiredPeerCount (%d) cannot be less than zero",
                name,
                collection.getRequiredPeerCount());
    }

    private void checkMembers(StaticCollectionConfig collection) throws LifecycleException {
        String name = collection.getName();
        require(collection.hasMemberOrgsPolicy(), "collection member policy is not set for collection '%s'", name);
        require(
                collection.getMemberOrgsPolicy().hasSignaturePolicy(),
                "collection member org policy is empty for collection '%s'",
                name);
        SignaturePolicyEnvelope policy = collection.getMemberOrgsPolicy().getSignaturePolicy();
        checkAlternatives(policy.getRule(), name);
        for (MSPPrincipal principal : policy.getIdentitiesList()) {
            checkPrincipal(principal, name);
        }
    }

    private static void checkAlternatives(SignaturePolicy rule, String collection) throws LifecycleException {
        if (!rule.hasNOutOf()) {
            return;
        }
        require(
                rule.getNOutOf().getN() == 1,
                "collection-name: %s -- error in member org policy: signature policy is not an OR concatenation, NOutOf %d",
                collection,
                rule.getNOutOf().getN());
        for (SignaturePolicy alternative : rule.getNOutOf().getRulesList()) {
            checkAlternatives(alternative, collection);
        }
    }

    private void checkPrincipal(MSPPrincipal principal, String collection) throws LifecycleException {
        try {
            switch (principal.getPrincipalClassification()) {
                case ROLE -> checkMember(MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier(), collection);
                case ORGANIZATION_UNIT -> checkMember(OrganizationUnit.parseFrom(principal.getPrincipal()).getMspIdentifier(), collection);
                case IDENTITY -> msps.deserialize(principal.getPrincipal());
                default -> throw new LifecycleException("collection-name: %s -- principal type %s is not supported"
                        .formatted(collection, principal.getPrincipalClassification()));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new LifecycleException("collection-name: %s -- cannot unmarshal identity bytes".formatted(collection));
        } catch (MspException e) {
            throw new LifecycleException(
                    "collection-name: %s -- contains an identity that is not part of the channel".formatted(collection));
        }
    }

    private void checkMember(String mspId, String collection) throws LifecycleException {
        require(
                msps.mspIds().contains(mspId),
                "collection-name: %s -- collection member '%s' is not part of the channel",
                collection,
                mspId);
    }

    private static void checkAgainstCommitted(CollectionConfigPackage proposed, CollectionConfigPackage committed)
            throws LifecycleException {
        if (committed.getConfigCount() == 0) {
            return;
        }
        require(
                proposed.getConfigCount() > 0,
                "the proposed collection config does not contain previously defined collections");
        Map<String, StaticCollectionConfig> byName = new HashMap<>();
        proposed.getConfigList().forEach(config ->
                byName.put(config.getStaticCollectionConfig().getName(), config.getStaticCollectionConfig()));
        for (CollectionConfig config : committed.getConfigList()) {
            checkAgainstCommitted(byName, config.getStaticCollectionConfig());
        }
    }

    private static void checkAgainstCommitted(Map<String, StaticCollectionConfig> proposed, StaticCollectionConfig committed)
            throws LifecycleException {
        StaticCollectionConfig same = proposed.get(committed.getName());
        require(same != null, "existing collection [%s] missing in the proposed collection configuration", committed.getName());
        require(
                same == null || same.getBlockToLive() == committed.getBlockToLive(),
                "the BlockToLive in an existing collection [%s] modified. Existing value [%d]",
                committed.getName(),
                committed.getBlockToLive());
    }

    private static void require(boolean condition, String message, Object... arguments) throws LifecycleException {
        if (!condition) {
            throw new LifecycleException(message.formatted(arguments));
        }
    }
}
