package org.voltrail.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CommandIdTest {
    @Test
    void aCommandIdHasOneToSixtyFourPlainCharacters() {
        assertThat(CommandId.of("A-z_0.9").value()).isEqualTo("A-z_0.9");
        assertThatThrownBy(() -> CommandId.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommandId.of("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommandId.of("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freshIdsDiffer() {
        assertThat(CommandId.fresh()).isNotEqualTo(CommandId.fresh());
    }

    @Property
    void aFreshIdIsAUuidOfVersionSevenThatBeginsWithItsTime(
            @ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis, @ForAll long high, @ForAll long low) {
        UUID uuid = CommandId.uuid(millis, high, low);

        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property
    void idsSortByTheirTime(@ForAll @LongRange(min = 0, max = (1L << 48) - 2) long millis, @ForAll long high, @ForAll long low) {
        assertThat(CommandId.uuid(millis, high, low).toString())
                .isLessThan(CommandId.uuid(millis + 1, low, high).toString());
    }
}
