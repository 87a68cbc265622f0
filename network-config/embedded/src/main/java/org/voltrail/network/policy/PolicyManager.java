package org.voltrail.network.policy;

import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspManager;

/** The policies of one channel configuration. Immutable and thread-safe. */
public interface PolicyManager {
    /**
     * The policies of a configuration tree.
     *
     * @param channelGroup the root group, {@code /Channel}
     * @throws PolicyException when a policy in the tree is malformed
     */
    static PolicyManager of(ConfigGroup channelGroup, MspManager msps) throws PolicyException {
        return new ChannelPolicies(channelGroup, msps);
    }

    /** The policy at an absolute path such as {@code /Channel/Application/Writers}. */
    Optional<Policy> policy(String path);

    /** A policy from its signature form, as in key-level policies and collection policies; a malformed one is satisfied by nothing. */
    Policy signaturePolicy(SignaturePolicyEnvelope envelope);

    /** A chaincode's policy: a signature policy or a channel policy reference; an unresolvable reference is satisfied by nothing. */
    Policy applicationPolicy(ApplicationPolicy policy);

    /** Who has signed: each identity once, in order, those with a wrong signature and those that cannot be parsed left out. Membership is not checked. */
    List<Identity> signers(List<SignedData> signatures);
}
