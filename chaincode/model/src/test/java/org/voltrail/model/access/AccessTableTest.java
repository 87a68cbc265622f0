package org.voltrail.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Declarations;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.HealthSummary;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Parties;
import org.voltrail.model.battery.Performance;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.battery.Status;

class AccessTableTest {
    private static final AccessTable TABLE = AccessTable.standard();

    @Test
    void thePublicSeesTheLabelAndNotTheStateOfHealth() {
        PassportView view = TABLE.view(battery(), Reader.PUBLIC, "2027-03-01");

        assertThat(view.passport().at("/specification/model").asText()).isEqualTo("VT-75");
        assertThat(view.passport().has("health")).isFalse();
        assertThat(view.passport().has("status")).isFalse();
        assertThat(view.withheld()).contains("health", "status", "stage", "handInCodeHash");
    }

    @Test
    void aPersonWithALegitimateInterestSeesPointsTwoAndFour() {
        PassportView view = TABLE.view(battery(), Reader.LEGITIMATE_INTEREST, "2027-03-01");

        assertThat(view.passport().at("/health/sohPermille").asInt()).isEqualTo(812);
        assertThat(view.passport().at("/status").asText()).isEqualTo("original");
        assertThat(view.withheld()).containsExactly("handInCodeHash");
    }

    @Test
    void anAuthorityDoesNotSeePointFourBecauseTheLawDoesNotNameIt() {
        PassportView view = TABLE.view(battery(), Reader.AUTHORITY, "2027-03-01");

        assertThat(view.withheld()).contains("health", "status");
        assertThat(view.passport().has("holds") || view.passport().has("stage")).isTrue();
    }

    @Test
    void thePartiesSeeEverything() {
        assertThat(TABLE.view(battery(), Reader.PARTY, "2027-03-01").withheld()).isEmpty();
    }

    @Test
    void whatIsNotYetRequiredIsToldApartFromWhatIsMissing() {
        PassportView before = TABLE.view(battery(), Reader.PUBLIC, "2027-02-17");
        PassportView after = TABLE.view(battery(), Reader.PUBLIC, "2027-02-18");

        assertThat(before.missing()).isEmpty();
        assertThat(after.missing()).contains("specification.performance.expectedCycles", "specification.performance.exhaustionThresholdPermille");
        assertThat(after.notYetRequired()).contains("specification.declarations.carbonFootprintGramsPerKwh");
    }

    @Test
    void theMostTrustedRoleCounts() {
        assertThat(TABLE.reader(Set.of(Role.MANUFACTURER, Role.RECYCLER))).isEqualTo(Reader.LEGITIMATE_INTEREST);
        assertThat(TABLE.reader(Set.of(Role.RECYCLER, Role.AUDITOR))).isEqualTo(Reader.AUTHORITY);
        assertThat(TABLE.reader(Set.of())).isEqualTo(Reader.PUBLIC);
    }

    @Test
    void everyFieldOfABatteryIsInTheTable() {
        List<String> listed = TABLE.fields().stream().map(AccessTable.Field::path).toList();

        assertThat(paths("", Battery.class)).isNotEmpty().allSatisfy(path -> assertThat(listed).contains(path));
        assertThat(listed).doesNotHaveDuplicates();
    }

    private static Stream<String> paths(String prefix, Class<?> type) {
        Set<Class<?>> nested = Set.of(Specification.class, Performance.class, Declarations.class, Parties.class);
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> paths(prefix, component, nested));
    }

    private static Stream<String> paths(String prefix, RecordComponent component, Set<Class<?>> nested) {
        String path = prefix + component.getName();
        return nested.contains(component.getType()) ? paths(path + ".", component.getType()) : Stream.of(path);
    }

    private static Battery battery() {
        Specification specification = new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", null, "2026-04-02", "Zwickau", 420_000, 210_000, 355_000, 74_550, Map.of(), null, null);
        BatteryRegistration registration =
                new BatteryRegistration("https://id.example.org/01/09506000134352/21/B-1", List.of(), specification);
        return Battery.fresh(registration, "ManufacturerMSP", Status.ORIGINAL, "2026-11-24T08:00:00Z")
                .edit()
                .health(new HealthSummary(812, Grade.REPURPOSE, "2026-11-20T00:00:00Z", "t1"))
                .handInCodeHash("00")
                .build();
    }
}
