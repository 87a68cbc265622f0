package org.voltrail.contract.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;

class KeysPropertyTest {
    @Property
    void theAttributesOfAKeyAreThoseItWasMadeOf(@ForAll("attributes") List<String> attributes) {
        String key = Keys.of("type", attributes.toArray(String[]::new));

        assertThat(Keys.attributes(key)).isEqualTo(attributes);
        assertThat(key).startsWith("\u0000type\u0000");
    }

    @Property
    void differentAttributesGiveDifferentKeys(@ForAll("attributes") List<String> one, @ForAll("attributes") List<String> other) {
        String first = Keys.of("type", one.toArray(String[]::new));
        String second = Keys.of("type", other.toArray(String[]::new));

        assertThat(first.equals(second)).isEqualTo(one.equals(other));
    }

    @Property
    void eventsSortByTheirNumber(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long one, @ForAll @LongRange(min = 1, max = 999_999_999_999L) long other) {
        int byKey = Keys.event("did:web:a.example", one).compareTo(Keys.event("did:web:a.example", other));

        assertThat(Integer.signum(byKey)).isEqualTo(Long.compare(one, other));
    }

    @Example
    void separatorsWithinAttributesAreRefused() {
        assertThatThrownBy(() -> Keys.of("type", "a\u0000b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aBatterysKeyDoesNotDependOnTheHost() {
        assertThat(Keys.battery("https://a.example/01/09506000134352/21/B-1")).isEqualTo(Keys.battery("https://b.example/01/09506000134352/21/B-1"));
        assertThat(Keys.identity(new Identity(IdentityScheme.GBT_34014, "X"))).isEqualTo("\u0000identity\u0000gbt-34014\u0000X\u0000");
    }

    @Provide
    Arbitrary<List<String>> attributes() {
        return Arbitraries.strings().withCharRange('\u0001', '\ud7ff').ofMinLength(1).ofMaxLength(8).list().ofMinSize(1).ofMaxSize(4);
    }
}
