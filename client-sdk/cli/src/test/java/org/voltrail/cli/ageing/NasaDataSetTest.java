package org.voltrail.cli.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The measured cells themselves: what is sound in them agrees with the record, what is faulty is found. */
class NasaDataSetTest {

    private static final Path FOLDER = Path.of(System.getProperty("voltrail.ageing-data", "absent"));
    private MeasuredDataSet data;

    @BeforeEach
    void dataIsThere() {
        assumeTrue(Files.isDirectory(FOLDER),
                "Skipped: no measured ageing data at " + FOLDER + "; set -Dvoltrail.ageing-data to its folder.");
        data = MeasuredDataSet.open(FOLDER, CellRating.NASA_18650);
    }

    @Test
    void countedCapacitiesAgreeWithTheRecordedOnes() {
        List<MeasuredCycle> sound = data.cells().stream().flatMap(cell -> read(cell).stream())
                .filter(MeasuredCycle::sound).toList();
        assertThat(sound).hasSizeGreaterThan(400).allSatisfy(cycle ->
                assertThat(cycle.test().ampereHours())
                        .isCloseTo(cycle.entry().recordedAmpereHours().orElseThrow(), within(0.03)));
    }

    @Test
    void abortedDischargesWithACapacityOfZeroAreFound() {
        assertThat(faults("B0045", 50)).contains(Fault.ABORTED, Fault.CAPACITY_ABSURD);
        assertThat(faults("B0049", 40)).contains(Fault.ABORTED, Fault.CAPACITY_ABSURD);
    }

    @Test
    void dischargesAfterAnOverchargeAreFound() {
        assertThat(faults("B0049", 10)).contains(Fault.OVERCHARGED, Fault.CAPACITY_ABSURD);
        assertThat(faults("B0050", 14)).contains(Fault.OVERCHARGED, Fault.CAPACITY_ABSURD);
    }

    @Test
    void aDeadCellAndABrokenConnectionAreFound() {
        assertThat(faults("B0050", 52)).containsExactly(Fault.NO_LOAD);
        assertThat(faults("B0050", 42)).contains(Fault.VOLTAGE_IMPLAUSIBLE);
    }

    @Test
    void pulsedDischargesThinnedBelowTheirPulsesAreNotTakenForTests() {
        assertThat(read("B0025")).noneMatch(MeasuredCycle::sound);
    }

    @Test
    void cellsInOrderKeepAllTheirCycles() {
        assertThat(read("B0029")).hasSize(40).allMatch(MeasuredCycle::sound);
    }

    @Test
    void soundCellsLoseCapacityAsTheyAge() {
        List<MeasuredCycle> cycles = read("B0053").stream().filter(MeasuredCycle::sound).toList();
        double first = cycles.get(0).test().ampereHours();
        double last = cycles.get(cycles.size() - 1).test().ampereHours();
        assertThat(last).isLessThan(first);
    }

    @Test
    void cellsOfWhichOnlyCapacitiesAreKnownAreListed() {
        assertThat(data.cellsWithoutCurves()).containsExactly("B0005", "B0006", "B0007");
        assertThat(data.capacities("B0005")).hasSize(168).first().isEqualTo(1.85649);
    }

    private Set<Fault> faults(String cell, int cycle) {
        return read(cell).stream().filter(c -> c.entry().cycle() == cycle).findFirst().orElseThrow().faults();
    }

    private List<MeasuredCycle> read(String cell) {
        List<MeasuredCycle> cycles = new ArrayList<>();
        data.read(cell, cycles::add);
        return cycles;
    }
}
