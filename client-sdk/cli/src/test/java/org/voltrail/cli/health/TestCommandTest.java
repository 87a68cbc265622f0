package org.voltrail.cli.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CommandLineFixture;
import org.voltrail.cli.Fixtures;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.Measurements;

class TestCommandTest {

    private static final Path DATA = Path.of(System.getProperty("voltrail.ageing-data", "absent"));

    @TempDir
    private Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void fixture() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "Skipped: no measured ageing data at " + DATA + "; set -Dvoltrail.ageing-data to its folder.");
        line = new CommandLineFixture(folder).doing(command -> {
            throw new IllegalStateException("submitted");
        });
    }

    @Test
    void aMeasuredCellBecomesTheReportOfThePackThatItStandsFor() {
        line.run("test", Fixtures.BATTERY, "--curves", DATA.toString(), "--cell", "B0029", "--cycle", "3", "--series", "96",
                "--parallel", "30", "--instrument", "Bench", "--instrument-serial", "1");
        Measurements measured = ((HealthCommand.RecordTest) line.client().submitted().get(0)).report().measurements();
        assertThat(measured.remainingCapacityMah()).isBetween(54_500L, 55_500L);
        assertThat(measured.remainingEnergyWh()).isBetween(17_000L, 19_000L);
    }

    @Test
    void aFaultyDischargeIsRefusedWithWhatIsWrong() {
        assertThat(line.run("test", Fixtures.BATTERY, "--curves", DATA.toString(), "--cell", "B0049", "--cycle", "10",
                "--instrument", "Bench", "--instrument-serial", "1")).isEqualTo(5);
        assertThat(line.err()).contains("charged beyond its full voltage");
        assertThat(line.client().submitted()).isEmpty();
    }

    @Test
    void curvesAreListedWithoutANetwork() {
        assertThat(line.run("curves", DATA.toString(), "--cell", "B0050", "--faulty")).isZero();
        assertThat(line.out()).contains("the load was never on").doesNotContain(" sound ");
    }
}
