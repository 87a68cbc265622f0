package org.voltrail.model.telemetry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Merkle tree hash of RFC 6962 section 2.1 over readings: leaves SHA-256(0x00 ‖ reading), nodes SHA-256(0x01 ‖ left ‖ right). A
 * proof of a few hashes shows that one reading belongs to an anchored window. Immutable.
 */
public final class MerkleTree {
    private final List<byte[]> leaves;

    /** A tree over readings in their order; at least one. */
    public MerkleTree(List<byte[]> readings) {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("A tree needs a reading");
        }
        leaves = readings.stream().map(MerkleTree::leaf).toList();
    }

    /** Hexadecimal root. */
    public String root() {
        return HexFormat.of().formatHex(hash(0, leaves.size()));
    }

    /** Audit path of the reading at an index: hexadecimal hashes from the leaf to the root. */
    public List<String> proof(int index) {
        List<String> path = new ArrayList<>();
        collect(index, 0, leaves.size(), path);
        return path;
    }

    private void collect(int index, int from, int to, List<String> path) {
        if (to - from == 1) {
            return;
        }
        int split = from + split(to - from);
        boolean left = index < split;
        collect(index, left ? from : split, left ? split : to, path);
        path.add(HexFormat.of().formatHex(left ? hash(split, to) : hash(from, split)));
    }

    /** Whether a reading at an index of a window with {@code count} readings belongs to the root. */
    public static boolean verify(byte[] reading, long index, long count, List<String> proof, String root) {
        if (index < 0 || index >= count) {
            return false;
        }
        byte[] hash = leaf(reading);
        long node = index;
        long last = count - 1;
        for (String sibling : proof) {
            if (last == 0) {
                return false;
            }
            byte[] other = HexFormat.of().parseHex(sibling);
            boolean right = node % 2 == 1 || node == last;
            hash = right ? node(other, hash) : node(hash, other);
            while (right && node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 && HexFormat.of().formatHex(hash).equals(root);
    }

    private byte[] hash(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + split(to - from);
        return node(hash(from, split), hash(split, to));
    }

    /** Largest power of two smaller than the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] leaf(byte[] reading) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(reading);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
