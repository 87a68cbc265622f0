package org.voltrail.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voltrail.model.EventData;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.OfferStatus;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.health.HealthFact;
import org.voltrail.model.oversight.OversightFact;

class EventTextTest {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z.]+)}");

    static Stream<Class<?>> everyFact() {
        return Stream.of(BatteryFact.class, CustodyFact.class, EndOfLifeFact.class, HealthFact.class, OversightFact.class)
                .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
                .filter(EventData.class::isAssignableFrom);
    }

    /** What the templates name is really in the data of these events. */
    @ParameterizedTest
    @MethodSource("everyFact")
    void templatesNameFieldsThatTheEventsHave(Class<?> fact) throws ReflectiveOperationException {
        String type = ((EventData) blank(fact)).type().replaceFirst("\\.v\\d+$", "");
        String template = EventText.template(type);
        if (template != null) {
            NAME.matcher(template).results().forEach(name -> assertThat(exists(fact, List.of(name.group(1).split("\\."))))
                    .as(type + " has " + name.group(1)).isTrue());
        }
    }

    @Test
    void whatHappensToABatteryIsToldInWords() {
        Stream.of("battery.registered", "battery.tested", "battery.put-into-service", "battery.collected", "battery.recycled",
                        "battery.disposed", "battery.ceased", "battery.succeeded", "custody.offered", "custody.accepted",
                        "custody.rejected", "battery.held", "battery.recalled")
                .forEach(type -> assertThat(EventText.template(type)).as(type).isNotNull());
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(EventText.of("battery.put-into-service.v1", JsonNodeFactory.instance.objectNode().put("date", "2026-01-02")))
                .isEqualTo("Put into service on 2026-01-02");
    }

    @Test
    void anUnknownEventIsToldByItsData() {
        assertThat(EventText.of("battery.painted.v2", JsonNodeFactory.instance.objectNode().put("colour", "green").put("coats", 2)))
                .isEqualTo("battery.painted: colour green, coats 2");
    }

    private static Object blank(Class<?> record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] nothing = Arrays.stream(types).map(EventTextTest::nothing).toArray();
        var constructor = record.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(nothing);
    }

    private static Object nothing(Class<?> type) {
        if (type == OfferStatus.class) {
            return OfferStatus.REJECTED;
        } else if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
    }

    private static boolean exists(Type type, List<String> path) {
        if (path.isEmpty()) {
            return true;
        } else if (type instanceof ParameterizedType generic) {
            return Map.class.isAssignableFrom((Class<?>) generic.getRawType());
        }
        return type instanceof Class<?> record && record.isRecord() && Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(path.get(0)))
                .anyMatch(component -> exists(component.getGenericType(), path.subList(1, path.size())));
    }
}
