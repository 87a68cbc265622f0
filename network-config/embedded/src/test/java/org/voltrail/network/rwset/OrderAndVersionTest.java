package org.voltrail.network.rwset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderAndVersionTest {
    @Property
    void keysAreOrderedByTheirUtf8Bytes(@ForAll("texts") String a, @ForAll("texts") String b) {
        int expected = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

        assertThat(Integer.signum(KeyOrder.UTF8.compare(a, b))).isEqualTo(Integer.signum(expected));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("\u0000", "a", "b", "\u007f", "\u00e9", "\ud7ff", "\ue000", "\ufffd", "\uffff", "\ud800\udc00", "\ud83d\udd0b", "\udbff\udfff")
                .list().ofMaxSize(4).map(parts -> String.join("", parts));
    }

    @Property
    void versionsInBytesAreOrderedAsBlocksAndTransactionsAre(
            @ForAll long block, @ForAll long tx, @ForAll long otherBlock, @ForAll long otherTx) {
        int blocks = Long.compareUnsigned(block, otherBlock);
        int expected = blocks != 0 ? blocks : Long.compareUnsigned(tx, otherTx);

        int actual = Arrays.compareUnsigned(new Version(block, tx).toBytes(), new Version(otherBlock, otherTx).toBytes());

        assertThat(Integer.signum(actual)).isEqualTo(Integer.signum(expected));
    }

    @Test
    void aVersionsBytesAreLengthsAndNumbersWithoutLeadingZeros() {
        assertThat(new Version(0, 0).toBytes()).containsExactly(0, 0);
        assertThat(new Version(255, 256).toBytes()).containsExactly(1, 0xff, 2, 1, 0);
        assertThat(new Version(-1, 7).toBytes()).containsExactly(8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 7);
    }
}
