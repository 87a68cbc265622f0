package org.voltrail.network.policy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspManager;

/** The policies of a configuration tree by path, and those that are made on the way. */
final class ChannelPolicies implements PolicyManager {
    private static final String ROOT = "/Channel";

    private final Signers signers;
    private final Map<String, Policy> policies = new HashMap<>();

    ChannelPolicies(ConfigGroup channelGroup, MspManager msps) throws PolicyException {
        this.signers = new Signers(msps);
        add(ROOT, channelGroup);
    }

    /** Adds a group's policies, its sub-groups' first: implicit policies stand on them. */
    private void add(String path, ConfigGroup group) throws PolicyException {
        for (Map.Entry<String, ConfigGroup> child : new TreeMap<>(group.getGroupsMap()).entrySet()) {
            add(path + "/" + child.getKey(), child.getValue());
        }
        for (Map.Entry<String, ConfigPolicy> entry : group.getPoliciesMap().entrySet()) {
            policies.put(path + "/" + entry.getKey(), compile(path, group, entry.getKey(), entry.getValue()));
        }
    }

    private Policy compile(String path, ConfigGroup group, String name, ConfigPolicy configured) throws PolicyException {
        try {
            return compile(path, group, configured.getPolicy());
        } catch (PolicyException | InvalidProtocolBufferException e) {
            throw new PolicyException("policy %s at path %s did not compile: %s".formatted(name, path, e.getMessage()), e);
        }
    }

    private Policy compile(String path, ConfigGroup group, org.hyperledger.fabric.protos.common.Policy policy)
            throws PolicyException, InvalidProtocolBufferException {
        return switch (policy.getType()) {
            case PolicyType.SIGNATURE_VALUE -> compileSignature(SignaturePolicyEnvelope.parseFrom(policy.getValue()));
            case PolicyType.IMPLICIT_META_VALUE -> compileImplicit(path, group, ImplicitMetaPolicy.parseFrom(policy.getValue()));
            default -> throw new PolicyException("unknown policy type: " + policy.getType());
        };
    }

    private Policy compileSignature(SignaturePolicyEnvelope envelope) throws PolicyException {
        if (envelope.getVersion() != 0) {
            throw new PolicyException("This evaluator only understands messages of version 0, but version was " + envelope.getVersion());
        }
        return new SignatureBased(SignatureRule.compile(envelope), signers);
    }

    private Policy compileImplicit(String path, ConfigGroup group, ImplicitMetaPolicy policy) {
        List<Policy> parts = new ArrayList<>();
        for (String child : new TreeMap<>(group.getGroupsMap()).keySet()) {
            parts.add(policies.getOrDefault(path + "/" + child + "/" + policy.getSubPolicy(), Unsatisfiable.INSTANCE));
        }
        return new ImplicitMeta(parts, ImplicitMeta.threshold(policy.getRule(), parts.size()), signers);
    }

    @Override
    public Optional<Policy> policy(String path) {
        return Optional.ofNullable(policies.get(path));
    }

    @Override
    public Policy signaturePolicy(SignaturePolicyEnvelope envelope) {
        try {
            return new SignatureBased(SignatureRule.compile(envelope), signers);
        } catch (PolicyException e) {
            return Unsatisfiable.INSTANCE;
        }
    }

    @Override
    public Policy applicationPolicy(ApplicationPolicy policy) {
        return switch (policy.getTypeCase()) {
            case SIGNATURE_POLICY -> signaturePolicy(policy.getSignaturePolicy());
            case CHANNEL_CONFIG_POLICY_REFERENCE -> policy(policy.getChannelConfigPolicyReference()).orElse(Unsatisfiable.INSTANCE);
            default -> Unsatisfiable.INSTANCE;
        };
    }

    @Override
    public List<Identity> signers(List<SignedData> signatures) {
        return signers.of(signatures);
    }
}
