package org.voltrail.network.rwset;

import java.util.Comparator;

/** The order of the ledger's keys: that of their UTF-8 bytes, which differs from {@link String#compareTo} beyond the basic plane. */
public final class KeyOrder {
    /** Compares strings by their UTF-8 bytes. */
    public static final Comparator<String> UTF8 = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return rank(x) - rank(y);
            }
        }
        return a.length() - b.length();
    }

    /** Moves surrogates behind the rest of the basic plane, where the characters they make up belong. */
    private static int rank(char c) {
        if (c < Character.MIN_SURROGATE) {
            return c;
        }
        return c > Character.MAX_SURROGATE ? c - 0x800 : c + 0x2000;
    }
}
