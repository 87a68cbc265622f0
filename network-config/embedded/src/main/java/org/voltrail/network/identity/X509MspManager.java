package org.voltrail.network.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.jspecify.annotations.Nullable;

/** The MSPs of a channel by id, with a cache of parsed identities. */
final class X509MspManager implements MspManager {
    private static final int CACHED_IDENTITIES = 10_000;

    private final Map<String, X509Msp> msps;
    private final Clock clock;
    private final Cache<ByteString, X509Identity> identities = Caffeine.newBuilder().maximumSize(CACHED_IDENTITIES).build();

    X509MspManager(Collection<MSPConfig> configs, Clock clock) throws MspException {
        this.msps = Map.copyOf(setUp(configs));
        this.clock = clock;
    }

    private static Map<String, X509Msp> setUp(Collection<MSPConfig> configs) throws MspException {
        Map<String, X509Msp> msps = new HashMap<>();
        Map<String, MSPConfig> seen = new HashMap<>();
        for (MSPConfig config : configs) {
            X509Msp msp = X509Msp.of(config);
            MSPConfig before = seen.putIfAbsent(msp.id(), config);
            if (before != null && !before.equals(config)) {
                throw new MspException("attempted to define two different versions of MSP: " + msp.id());
            }
            msps.putIfAbsent(msp.id(), msp);
        }
        return msps;
    }

    @Override
    public Set<String> mspIds() {
        return msps.keySet();
    }

    @Override
    public Identity deserialize(ByteString serializedIdentity) throws MspException {
        return parse(serializedIdentity);
    }

    @Override
    public void validate(Identity identity) throws MspException {
        X509Identity own = own(identity);
        own.validateMembership();
        own.requireValidAt(clock.instant());
    }

    @Override
    public void validateMembership(Identity identity) throws MspException {
        own(identity).validateMembership();
    }

    @Override
    public boolean satisfies(Identity identity, MSPPrincipal principal) {
        try {
            return Principals.satisfies(own(identity), principal);
        } catch (MspException | InvalidProtocolBufferException e) {
            return false;
        }
    }

    @Override
    public boolean peerSatisfies(String mspId, MSPPrincipal principal) {
        X509Msp msp = msps.get(mspId);
        try {
            return msp != null && Principals.satisfiedByPeer(msp, principal);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private X509Identity parse(ByteString serializedIdentity) throws MspException {
        X509Identity known = identities.getIfPresent(serializedIdentity);
        return known != null ? known : parseAndKeep(serializedIdentity);
    }

    private X509Identity parseAndKeep(ByteString serializedIdentity) throws MspException {
        try {
            SerializedIdentity parsed = SerializedIdentity.parseFrom(serializedIdentity);
            X509Identity identity = msp(parsed.getMspid()).identity(parsed.getIdBytes(), serializedIdentity);
            identities.put(serializedIdentity, identity);
            return identity;
        } catch (InvalidProtocolBufferException e) {
            throw new MspException("could not deserialize a SerializedIdentity: " + e.getMessage(), e);
        }
    }

    private X509Msp msp(String id) throws MspException {
        @Nullable X509Msp msp = msps.get(id);
        if (msp == null) {
            throw new MspException("MSP " + id + " is not defined on channel");
        }
        return msp;
    }

    /** This manager's own view of an identity that may come from another configuration or from outside. */
    private X509Identity own(Identity identity) throws MspException {
        if (identity instanceof X509Identity x509 && msps.get(x509.mspId()) == x509.msp()) {
            return x509;
        }
        return parse(identity.serialized());
    }
}
