package org.voltrail.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthQuery;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.telemetry.TelemetryCommand;
import org.voltrail.model.telemetry.TelemetryQuery;

/** {@code docs/transactions.md} says what the code does. */
final class TransactionsDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/transactions.md");

    @Test
    void theDocumentListsEveryTransactionAndQuery() throws IOException {
        List<String> names = Stream.of(
                        BatteryCommand.class, BatteryQuery.class, CustodyCommand.class, CustodyQuery.class, HealthCommand.class,
                        HealthQuery.class, EndOfLifeCommand.class, EndOfLifeQuery.class, OversightCommand.class, OversightQuery.class,
                        TelemetryCommand.class, TelemetryQuery.class)
                .flatMap(TransactionsDocumentTest::records)
                .map(Names::transaction)
                .toList();
        String document = Files.readString(DOCUMENT);
        assertThat(names).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(document).containsPattern("`[a-z]+:" + name + "`"));
    }

    @Test
    void theDocumentListsEveryErrorCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(document).contains("| `" + code.name() + "` |"));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord() ? Stream.of(type) : Arrays.stream(type.getPermittedSubclasses()).flatMap(TransactionsDocumentTest::records);
    }
}
