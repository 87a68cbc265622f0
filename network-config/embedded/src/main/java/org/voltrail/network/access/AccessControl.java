package org.voltrail.network.access;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.policy.SignedData;

/** One peer's access checks: channel resources by policy, its own resources by role in its organisation. Thread-safe. */
public final class AccessControl {
    private final String localMspId;
    private final Map<String, Overrides> overrides = new ConcurrentHashMap<>();

    /** Access control of a peer of {@code localMspId}. */
    public AccessControl(String localMspId) {
        this.localMspId = localMspId;
    }

    /**
     * Checks that the signer may use the resource.
     *
     * @throws AccessDeniedException when it may not
     */
    public void check(Resource resource, ChannelConfig channel, SignedData request) throws AccessDeniedException {
        Resource.LocalRole role = resource.localRole();
        if (role == null) {
            checkPolicy(policyPath(resource, channel), channel, request);
        } else {
            checkLocalRole(role, channel.msps(), request);
        }
    }

    private static void checkPolicy(String path, ChannelConfig channel, SignedData request) throws AccessDeniedException {
        boolean allowed = channel.policies().policy(path).map(policy -> policy.evaluate(List.of(request))).orElse(false);
        if (!allowed) {
            throw new AccessDeniedException(
                    "Failed evaluating policy on signed data during check policy on channel [%s] with policy [%s]: [%s]"
                            .formatted(channel.channelId(), path, reason(path)));
        }
    }

    private static String reason(String path) {
        return ("implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the '%s'"
                        + " sub-policies to be satisfied")
                .formatted(path.substring(path.lastIndexOf('/') + 1));
    }

    private String policyPath(Resource resource, ChannelConfig channel) {
        Overrides known = overrides.get(channel.channelId());
        if (known == null || known.config() != channel) {
            known = new Overrides(channel, overrides(channel));
            overrides.put(channel.channelId(), known);
        }
        String path = known.policies().get(resource.id());
        return path == null ? defaultPolicy(resource) : path;
    }

    private static Map<String, String> overrides(ChannelConfig channel) {
        ConfigGroup application = channel.config().getChannelGroup().getGroupsMap().get("Application");
        ConfigValue acls = application == null ? null : application.getValuesMap().get("ACLs");
        if (acls == null) {
            return Map.of();
        }
        try {
            return ACLs.parseFrom(acls.getValue()).getAclsMap().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> absolute(entry.getValue().getPolicyRef())));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The access control list of channel " + channel.channelId() + " cannot be read", e);
        }
    }

    private static String absolute(String reference) {
        return reference.startsWith("/") ? reference : "/Channel/Application/" + reference;
    }

    private static String defaultPolicy(Resource resource) {
        String policy = resource.policy();
        if (policy == null) {
            throw new IllegalArgumentException("No channel policy for " + resource.id());
        }
        return policy;
    }

    private void checkLocalRole(Resource.LocalRole role, MspManager msps, SignedData request) throws AccessDeniedException {
        Identity identity = localIdentity(role, msps, request);
        if (!msps.satisfies(identity, principal(role))) {
            throw new AccessDeniedException(
                    "Failed verifying that proposal's creator satisfies local MSP principal during channelless check policy with policy [%s]: [%s]"
                            .formatted(role.policyName(), unsatisfied(role)));
        }
        if (!identity.verify(request.data(), request.signature())) {
            throw new AccessDeniedException("The signature is invalid");
        }
    }

    private Identity localIdentity(Resource.LocalRole role, MspManager msps, SignedData request) throws AccessDeniedException {
        try {
            Identity identity = msps.deserialize(request.identity());
            if (!identity.mspId().equals(localMspId)) {
                throw new MspException("expected MSP ID %s, received %s".formatted(localMspId, identity.mspId()));
            }
            msps.validate(identity);
            return identity;
        } catch (MspException e) {
            throw new AccessDeniedException("Failed deserializing proposal creator during channelless check policy with policy [%s]: [%s]"
                    .formatted(role.policyName(), e.getMessage()));
        }
    }

    private String unsatisfied(Resource.LocalRole role) {
        return role == Resource.LocalRole.ADMIN
                ? "The identity is not an admin under this MSP [%1$s]: The identity does not contain OU [ADMIN], MSP: [%1$s]"
                        .formatted(localMspId)
                : "The identity is not a member of this MSP [%s]".formatted(localMspId);
    }

    private MSPPrincipal principal(Resource.LocalRole role) {
        MSPRole.Builder mspRole = MSPRole.newBuilder()
                .setMspIdentifier(localMspId)
                .setRole(role == Resource.LocalRole.ADMIN ? MSPRole.MSPRoleType.ADMIN : MSPRole.MSPRoleType.MEMBER);
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(mspRole.build().toByteString())
                .build();
    }

    /** The policies that a channel's configuration sets in place of the default ones, by resource. */
    private record Overrides(ChannelConfig config, Map<String, String> policies) {}
}
