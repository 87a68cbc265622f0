package org.voltrail.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Command;
import org.voltrail.model.Names;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.telemetry.TelemetryCommand;

/** docs/policies.md speaks of every transaction that there is, and of no other. */
class PolicyPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "policies.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+:[A-Za-z]+)` \\| [^|]+ \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final List<String> KEYS = List.of("none", "holder's", "held", "owner's", "register");
    private static final Map<String, Class<?>> CONTRACTS = Map.of(
            "battery", BatteryCommand.class,
            "custody", CustodyCommand.class,
            "endoflife", EndOfLifeCommand.class,
            "health", HealthCommand.class,
            "oversight", OversightCommand.class,
            "telemetry", TelemetryCommand.class);

    @Test
    void everyTransactionHasOneRow() throws IOException {
        assertThat(rows().map(row -> row[0]).toList()).containsExactlyInAnyOrderElementsOf(transactions());
    }

    @Test
    void everyRowNamesKeyPoliciesThatThePageExplains() throws IOException {
        assertThat(rows().flatMap(row -> Arrays.stream(row[1].split(", ")))).isSubsetOf(KEYS);
    }

    private static Stream<String[]> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().map(row -> new String[] {row.group(1), row.group(2).strip()});
    }

    private static List<String> transactions() {
        return CONTRACTS.entrySet().stream()
                .flatMap(contract -> Arrays.stream(contract.getValue().getDeclaredClasses())
                        .filter(type -> type.isRecord() && Command.class.isAssignableFrom(type))
                        .map(type -> contract.getKey() + ":" + Names.transaction(type)))
                .toList();
    }
}
