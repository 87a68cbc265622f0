package org.voltrail.cli.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CommandLineFixture;
import org.voltrail.cli.Fixtures;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.Command;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Query;
import org.voltrail.model.battery.BatchReceipt;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.json.CanonicalJson;

class RegisterCommandTest {

    private static final String HEADING = "id,category,level,chemistry,model,manufacturedOn,manufacturedAt,weightGrams,"
            + "ratedCapacityMah,nominalVoltageMv,ratedEnergyWh\n";

    @TempDir
    private Path folder;

    private final Map<String, BatteryRegistration> ledger = new HashMap<>();
    private CommandLineFixture line;
    private Path file;

    @BeforeEach
    void fixture() throws IOException {
        line = new CommandLineFixture(folder).doing(this::take).answering(this::answer);
        file = folder.resolve("batteries.csv");
    }

    @Test
    void aBatteryIsRegisteredFromColumnsAndValues() {
        line.doing(command -> new BatteryReceipt(Fixtures.BATTERY, 1, "0".repeat(64), Stage.REGISTERED, List.of("odd")));
        assertThat(line.run("register", "id=" + Fixtures.BATTERY, "category=ev", "level=pack", "chemistry=nmc", "model=P75",
                "manufacturedOn=2026-05-04", "manufacturedAt=Example", "weightGrams=410000", "ratedCapacityMah=210000",
                "nominalVoltageMv=355000", "ratedEnergyWh=74550")).isZero();
        assertThat(line.client().submitted()).containsExactly(new BatteryCommand.Register(
                new BatteryRegistration(Fixtures.BATTERY, List.of(), Fixtures.SPECIFICATION)));
        assertThat(line.err()).contains("warning: odd");
    }

    @Test
    void aFileIsRegisteredInBatches() throws IOException {
        write(25, "");
        assertThat(line.run("register", "--file", file.toString(), "--batch", "10", "--quiet")).isZero();
        assertThat(ledger).hasSize(25);
        assertThat(line.client().submitted()).hasSize(3);
        assertThat(line.out()).contains("25 of 25 batteries registered");
    }

    @Test
    void aLineWithAWrongUnitIsReportedAndTheRestGoesThrough() throws IOException {
        write(5, "https://id.example.org/01/09506000134352/21/X,ev,pack,nmc,P75,2026-05-04,Example,410000,210,355000,74550\n");
        assertThat(line.run("register", "--file", file.toString(), "--quiet")).isEqualTo(6);
        assertThat(ledger).hasSize(5);
        assertThat(folder.resolve("batteries.csv.refused.csv")).content().contains("7,OUT_OF_RANGE,specification.ratedEnergyWh,");
    }

    @Test
    void aWrongCheckDigitIsReportedWithItsLine() throws IOException {
        write(2, "https://id.example.org/01/09506000134353/21/X,ev,pack,nmc,P75,2026-05-04,Example,410000,210000,355000,74550\n");
        assertThat(line.run("register", "--file", file.toString(), "--quiet")).isEqualTo(6);
        assertThat(folder.resolve("batteries.csv.refused.csv")).content().contains("4,CHECK_DIGIT,id,");
    }

    @Test
    void batteriesThatAreThereJustSoAreFoundAtOnce() throws IOException {
        write(20, "");
        line.run("register", "--file", file.toString(), "--quiet");
        Files.delete(folder.resolve("batteries.csv.journal"));
        write(22, "");
        assertThat(line.run("register", "--file", file.toString(), "--quiet", "--json")).isZero();
        assertThat(line.out()).contains("\"present\":20").contains("\"registered\":2");
        assertThat(line.client().submitted()).hasSize(2);
    }

    @Test
    void aRefusalOfTheWholeBatchEndsTheImport() throws IOException {
        write(5, "");
        line.doing(command -> {
            throw new LedgerRefusedException("tx", Status.Code.ABORTED, LedgerError.of(ErrorCode.ROLE_REQUIRED, "No role."));
        });
        assertThat(line.run("register", "--file", file.toString(), "--quiet")).isEqualTo(3);
        assertThat(line.err()).contains("ROLE_REQUIRED").contains("--identity");
    }

    private void write(int count, String more) throws IOException {
        StringBuilder text = new StringBuilder(HEADING);
        for (int i = 0; i < count; i++) {
            text.append("https://id.example.org/01/09506000134352/21/A").append(i)
                    .append(",ev,pack,nmc,P75,2026-05-04,Example,410000,210000,355000,74550\n");
        }
        Files.writeString(file, text + more);
    }

    private Object take(Command<?> command) {
        List<BatteryRegistration> batteries = ((BatteryCommand.RegisterBatch) command).batteries();
        for (int i = 0; i < batteries.size(); i++) {
            if (ledger.containsKey(batteries.get(i).id())) {
                throw new LedgerRefusedException("tx", Status.Code.ABORTED,
                        LedgerError.of(ErrorCode.BATTERY_EXISTS, "There is one.").at("command.batteries[" + i + "].id"));
            }
        }
        batteries.forEach(battery -> ledger.put(battery.id(), battery));
        return new BatchReceipt(batteries.size(), List.of());
    }

    private Object answer(Query<?> query) {
        BatteryRegistration known = ledger.get(((BatteryQuery.Get) query).battery());
        if (known == null) {
            throw new LedgerRefusedException("tx", Status.Code.ABORTED, LedgerError.of(ErrorCode.BATTERY_NOT_FOUND, "None."));
        }
        return CanonicalJson.read("""
                {"id":"%s","specification":%s,
                 "parties":{"manufacturer":"ManufacturerMSP","operator":"ManufacturerMSP","holder":"ManufacturerMSP"},
                 "status":"original","stage":"registered","condition":"sound","seq":1,"head":"%s"}
                """.formatted(known.id(), CanonicalJson.writeString(known.specification()), "0".repeat(64)), Battery.class);
    }
}
