package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.policy.Policy;
import org.voltrail.network.policy.SignedData;

/**
 * Judges an update of a configuration ({@code common/configtx}): what it has read must be as it still is, and each change must
 * raise the element's version by one and satisfy the policy that guards the element as it is.
 */
final class ConfigUpdateRules {
    private final ChannelConfig current;

    ConfigUpdateRules(ChannelConfig current) {
        this.current = current;
    }

    /** The tree that the update leads to. */
    ConfigGroup result(Envelope configUpdate) throws ConfigException {
        try {
            ConfigUpdateEnvelope envelope = open(configUpdate);
            return ConfigTree.assemble(authorise(envelope));
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("error converting envelope to config update: " + e.getMessage(), e);
        }
    }

    private static ConfigUpdateEnvelope open(Envelope envelope) throws InvalidProtocolBufferException, ConfigException {
        Payload payload = Payload.parseFrom(envelope.getPayload());
        int type = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getType();
        if (type != HeaderType.CONFIG_UPDATE_VALUE) {
            throw new ConfigException("error converting envelope to config update: invalid type " + type + ", expected CONFIG_UPDATE");
        }
        return ConfigUpdateEnvelope.parseFrom(payload.getData());
    }

    private Map<String, ConfigElement> authorise(ConfigUpdateEnvelope envelope) throws ConfigException, InvalidProtocolBufferException {
        ConfigUpdate update = ConfigUpdate.parseFrom(envelope.getConfigUpdate());
        if (!update.getChannelId().equals(current.channelId())) {
            throw new ConfigException("ConfigUpdate for channel '%s' but envelope for channel '%s'".formatted(update.getChannelId(), current.channelId()));
        }
        Map<String, ConfigElement> existing = ConfigTree.elements(current.config().getChannelGroup());
        Map<String, ConfigElement> readSet = update.hasReadSet() ? ConfigTree.elements(update.getReadSet()) : Map.of();
        Map<String, ConfigElement> writeSet = update.hasWriteSet() ? ConfigTree.elements(update.getWriteSet()) : Map.of();
        requireUnchanged(readSet, existing);
        Map<String, ConfigElement> changes = changes(readSet, writeSet);
        requireAuthorised(changes, existing, signers(envelope));
        return merge(existing, changes, writeSet);
    }

    private static void requireUnchanged(Map<String, ConfigElement> readSet, Map<String, ConfigElement> existing) throws ConfigException {
        for (ConfigElement read : readSet.values()) {
            ConfigElement now = existing.get(read.key());
            if (now == null) {
                throw new ConfigException("error validating ReadSet: existing config does not contain element for " + read.key() + " but was in the read set");
            }
            if (now.version() != read.version()) {
                throw new ConfigException("error validating ReadSet: proposed update requires that key %s be at version %d, but it is currently at version %d"
                        .formatted(read.key(), read.version(), now.version()));
            }
        }
    }

    private static Map<String, ConfigElement> changes(Map<String, ConfigElement> readSet, Map<String, ConfigElement> writeSet) {
        Map<String, ConfigElement> changes = new LinkedHashMap<>();
        writeSet.forEach((key, written) -> {
            ConfigElement read = readSet.get(key);
            if (read == null || read.version() != written.version()) {
                changes.put(key, written);
            }
        });
        return changes;
    }

    private void requireAuthorised(Map<String, ConfigElement> changes, Map<String, ConfigElement> existing, List<Identity> signers) throws ConfigException {
        if (changes.isEmpty()) {
            throw new ConfigException("error validating DeltaSet: delta set was empty -- update would have no effect");
        }
        for (ConfigElement change : changes.values()) {
            requireSound(change);
            ConfigElement now = existing.get(change.key());
            if (now == null) {
                requireNew(change);
            } else {
                requireNext(change, now);
                requireSatisfied(now, signers);
            }
        }
    }

    private static void requireSound(ConfigElement change) throws ConfigException {
        try {
            ConfigNames.requireModPolicy(change.modPolicy());
        } catch (ConfigException e) {
            throw new ConfigException("error validating DeltaSet: invalid mod_policy for element " + change.key() + ": " + e.getMessage(), e);
        }
    }

    private static void requireNew(ConfigElement change) throws ConfigException {
        if (change.version() != 0) {
            throw new ConfigException("error validating DeltaSet: attempted to set key %s to version %d, but key does not exist"
                    .formatted(change.key(), change.version()));
        }
    }

    private static void requireNext(ConfigElement change, ConfigElement now) throws ConfigException {
        if (change.version() != now.version() + 1) {
            throw new ConfigException("error validating DeltaSet: attempt to set key %s to version %d, but key is at version %d"
                    .formatted(change.key(), change.version(), now.version()));
        }
    }

    private void requireSatisfied(ConfigElement now, List<Identity> signers) throws ConfigException {
        Policy policy = current.policies().policy(now.modPolicyPath()).orElseThrow(() -> new ConfigException(
                "error validating DeltaSet: unexpected missing policy %s for item %s".formatted(now.modPolicy(), now.key())));
        if (!policy.satisfiedBy(signers)) {
            throw new ConfigException("error validating DeltaSet: policy for " + now.key() + " not satisfied: signature set did not satisfy policy");
        }
    }

    private static Map<String, ConfigElement> merge(
            Map<String, ConfigElement> existing, Map<String, ConfigElement> changes, Map<String, ConfigElement> writeSet) throws ConfigException {
        Map<String, ConfigElement> merged = new LinkedHashMap<>(existing);
        merged.putAll(changes);
        for (String key : writeSet.keySet()) {
            if (!merged.containsKey(key)) {
                throw new ConfigException("full config did not verify: writeset contained key " + key + " which did not appear in proposed config");
            }
        }
        return merged;
    }

    private List<Identity> signers(ConfigUpdateEnvelope envelope) throws InvalidProtocolBufferException {
        List<SignedData> signatures = new ArrayList<>();
        for (ConfigSignature signature : envelope.getSignaturesList()) {
            ByteString signed = signature.getSignatureHeader().concat(envelope.getConfigUpdate());
            ByteString creator = SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator();
            signatures.add(new SignedData(signed.toByteArray(), creator, signature.getSignature().toByteArray()));
        }
        return current.policies().signers(signatures);
    }
}
