package org.voltrail.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.model.access.Reader;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;

class WireNamesTest {
    @ParameterizedTest
    @ValueSource(classes = {Material.class, Milestone.class})
    void constantsThatAreKeysOfMapsStandInTheOrderOfTheirJsonNames(Class<? extends Enum<?>> type) {
        assertThat(Stream.of(type.getEnumConstants()).map(WireNames::of)).isSorted();
    }

    @org.junit.jupiter.api.Test
    void aReaderIsNamedInLowerCase() {
        assertThat(WireNames.of(Reader.LEGITIMATE_INTEREST)).isEqualTo("legitimate-interest");
    }
}
