package org.voltrail.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalJsonPropertyTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 500)
    void whatIsWrittenReadsBackEqual(@ForAll("trees") JsonNode tree) {
        byte[] bytes = CanonicalJson.write(tree);

        assertThat(CanonicalJson.read(bytes, JsonNode.class)).isEqualTo(tree);
    }

    @Property(tries = 500)
    void bytesDoNotDependOnTheOrderOfMembers(@ForAll("trees") JsonNode tree, @ForAll long seed) {
        assertThat(CanonicalJson.write(shuffled(tree, new Random(seed)))).isEqualTo(CanonicalJson.write(tree));
    }

    @Property(tries = 500)
    void bytesAreStableOverReadingAndWriting(@ForAll("trees") JsonNode tree) {
        byte[] once = CanonicalJson.write(tree);

        assertThat(CanonicalJson.write(CanonicalJson.read(once, JsonNode.class))).isEqualTo(once);
        assertThat(CanonicalJson.sha256(tree)).isEqualTo(CanonicalJson.sha256(once));
    }

    @Property(tries = 200)
    void aFractionAnywhereIsRefused(@ForAll("trees") JsonNode tree, @ForAll double fraction) {
        ObjectNode holder = NODES.objectNode();
        holder.set("tree", tree);
        holder.withArray("list").add(fraction);

        assertThatThrownBy(() -> CanonicalJson.write(holder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                texts().map(NODES::textNode),
                Arbitraries.longs().between(-CanonicalGenerator.MAX, CanonicalGenerator.MAX).map(CanonicalJsonPropertyTest::number),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.recursive(() -> leaf, this::nested, 0, 3);
    }

    private Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> arrays = inner.list().ofMaxSize(4).map(list -> NODES.arrayNode().addAll(list));
        Arbitrary<JsonNode> objects = Arbitraries.maps(texts(), inner).ofMaxSize(4).map(map -> NODES.objectNode().setAll(map));
        return Arbitraries.oneOf(arrays, objects);
    }

    /** Texts over the whole of Unicode, without lone surrogates. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(6)
                .flatMap(text -> Arbitraries.of("", "\ud83d\ude00", "\ud800\udc00").map(text::concat));
    }

    private static JsonNode number(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private static JsonNode shuffled(JsonNode tree, Random random) {
        if (tree.isArray()) {
            return NODES.arrayNode().addAll(elements(tree).stream().map(node -> shuffled(node, random)).toList());
        }
        return tree.isObject() ? shuffledObject(tree, random) : tree;
    }

    private static JsonNode shuffledObject(JsonNode tree, Random random) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(tree.properties());
        Collections.shuffle(members, random);
        ObjectNode object = NODES.objectNode();
        members.forEach(member -> object.set(member.getKey(), shuffled(member.getValue(), random)));
        return object;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
