package org.voltrail.network.policy;

import java.util.Optional;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/** The policies of one channel configuration. Immutable and thread-safe. */
public interface PolicyManager {
    /** The policy at an absolute path such as {@code /Channel/Application/Writers}. */
    Optional<Policy> policy(String path);

    /** A policy from its signature form, as in key-level policies and collection policies. */
    Policy signaturePolicy(SignaturePolicyEnvelope envelope);

    /** A chaincode's policy: a signature policy or a channel policy reference; an unresolvable reference is satisfied by nothing. */
    Policy applicationPolicy(ApplicationPolicy policy);
}
