package org.voltrail.model.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTreePropertyTest {
    @Example
    void rootsAreThoseOfRfc6962() {
        assertThat(new MerkleTree(List.of(new byte[0])).root())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Property(tries = 200)
    void everyReadingIsProvenAndNoOther(@ForAll @IntRange(min = 1, max = 70) int count, @ForAll @IntRange(max = 69) int any) {
        int index = any % count;
        List<byte[]> readings = readings(count);
        MerkleTree tree = new MerkleTree(readings);
        List<String> proof = tree.proof(index);

        assertThat(MerkleTree.verify(readings.get(index), index, count, proof, tree.root())).isTrue();
        assertThat(MerkleTree.verify("forged".getBytes(StandardCharsets.UTF_8), index, count, proof, tree.root())).isFalse();
        assertThat(MerkleTree.verify(readings.get(index), (index + 1L) % count, count, proof, tree.root())).isEqualTo(count == 1);
        assertThat(MerkleTree.verify(readings.get(index), count, count, proof, tree.root())).isFalse();
    }

    @Property(tries = 100)
    void aChangedReadingChangesTheRoot(@ForAll @IntRange(min = 1, max = 70) int count, @ForAll @IntRange(max = 69) int any) {
        List<byte[]> readings = readings(count);
        List<byte[]> changed = new ArrayList<>(readings);
        changed.set(any % count, new byte[] {1});

        assertThat(new MerkleTree(changed).root()).isNotEqualTo(new MerkleTree(readings).root());
    }

    private static List<byte[]> readings(int count) {
        return IntStream.range(0, count).mapToObj(i -> ("{\"t\":" + i + "}").getBytes(StandardCharsets.UTF_8)).toList();
    }
}
