package org.voltrail.network.crypto;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signatures that this process has verified or has made itself, by (public key, digest, signature). The peers of an
 * embedded network share it: each would come to the same answer. Holds good signatures only, the latest 32,768 at least
 * and twice as many at most.
 *
 * <p>Kept in two generations, as a signature is asked for soon after it was made or not at all; a cache that favours
 * frequent entries would turn the new ones away.
 */
final class VerifiedSignatures {
    private static final int GENERATION = 1 << 15;
    private static volatile Generations known = new Generations(newGeneration(), newGeneration());

    private VerifiedSignatures() {}

    static ByteString key(byte[] keyId, byte[] digest, byte[] signature) {
        return UnsafeByteOperations.unsafeWrap(Sha256.of(keyId, digest, signature));
    }

    static boolean contains(ByteString key) {
        Generations now = known;
        return now.young.contains(key) || now.old.contains(key);
    }

    static void add(ByteString key) {
        Set<ByteString> young = known.young;
        young.add(key);
        if (young.size() >= GENERATION) {
            age(young);
        }
    }

    private static synchronized void age(Set<ByteString> full) {
        if (known.young == full) {
            known = new Generations(newGeneration(), full);
        }
    }

    private static Set<ByteString> newGeneration() {
        return ConcurrentHashMap.newKeySet(GENERATION);
    }

    private record Generations(Set<ByteString> young, Set<ByteString> old) {}
}
