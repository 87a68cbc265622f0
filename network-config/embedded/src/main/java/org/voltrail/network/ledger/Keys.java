package org.voltrail.network.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds the databases' keys: names end in a zero byte, numbers are big-endian, so that byte order is name and number order. */
final class Keys {
    private byte[] bytes = new byte[96];
    private int length;

    /** A key that starts with names. */
    static Keys of(String... names) {
        Keys keys = new Keys();
        for (String name : names) {
            keys.name(name);
        }
        return keys;
    }

    /** Adds a name, which holds no zero byte, and its end. */
    Keys name(String name) {
        return text(name).one(0);
    }

    /** Adds a text without an end. */
    Keys text(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    Keys raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Keys one(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
        return this;
    }

    Keys number(int number) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    Keys number(long number) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The first key behind all keys that start with these bytes. */
    byte[] end() {
        byte[] end = bytes();
        int last = end.length - 1;
        while (last >= 0 && end[last] == (byte) 0xff) {
            last--;
        }
        if (last < 0) {
            throw new IllegalArgumentException("there is no key behind this one");
        }
        end[last]++;
        return Arrays.copyOf(end, last + 1);
    }
}
