package org.voltrail.cli.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults one at a time, on small files. */
class MeasuredDataSetTest {

    @TempDir
    private Path folder;

    private final StringBuilder cycles = new StringBuilder("cell,cycle,type,start,ambient_c,capacity_ah\n");
    private final StringBuilder curves = new StringBuilder("cycle,t_s,voltage_v,current_a,temperature_c\n");

    @BeforeEach
    void oneSoundCycle() {
        listed(1, "2010-01-01T08:00:00", "1.59090");
        discharge(1, 4.2, 3300);
    }

    @Test
    void aSoundCycleHasNoFaults() {
        MeasuredCycle cycle = read().get(0);
        assertThat(cycle.faults()).isEmpty();
        assertThat(cycle.sound()).isTrue();
        assertThat(cycle.test()).extracting(test -> test.wear().discharges()).isEqualTo(1L);
    }

    @Test
    void theHashIsThatOfTheRawLines() {
        assertThat(read().get(0).test()).extracting(DischargeTest::sha256)
                .isEqualTo(sha256(curves.substring(curves.indexOf("\n") + 1)));
    }

    @Test
    void oneReadingWithoutAValueIsLeftOutAndReported() {
        replace("1,1650.0,", "1,1650.0,nan,nan,nan\n1,1651.0,");
        MeasuredCycle cycle = read().get(0);
        assertThat(cycle.faults()).containsExactly(Fault.MISSING_VALUES);
        assertThat(cycle.sound()).isTrue();
    }

    @Test
    void aCurveWithManyReadingsMissingIsTorn() {
        String broken = curves.toString().replaceAll("(1,(?:9|10|11)\\d\\d\\.0),[^\n]*", "$1,,,");
        curves.setLength(0);
        curves.append(broken);
        assertThat(read().get(0).faults()).contains(Fault.MISSING_VALUES, Fault.CURVE_TORN);
    }

    @Test
    void readingsThatStepBackInTimeAreLeftOut() {
        replace("1,1650.0,", "1,12.0,4.1,-2.0,24.0\n1,1650.0,");
        MeasuredCycle cycle = read().get(0);
        assertThat(cycle.faults()).containsExactly(Fault.TIME_NOT_INCREASING);
        assertThat(cycle.sound()).isTrue();
    }

    @Test
    void aCycleThatStartsBeforeTheOneBeforeItIsOutOfOrder() {
        listed(2, "2009-12-31T08:00:00", "1.59090");
        discharge(2, 4.2, 3300);
        assertThat(read().get(1).faults()).containsExactly(Fault.OUT_OF_ORDER);
    }

    @Test
    void aCycleWhoseReadingsAreScatteredIsOutOfOrder() {
        listed(2, "2010-01-02T08:00:00", "1.59090");
        discharge(2, 4.2, 3300);
        discharge(1, 4.2, 3300);
        List<MeasuredCycle> read = read();
        assertThat(read.get(2).faults()).contains(Fault.OUT_OF_ORDER);
        assertThat(read.get(2).sound()).isFalse();
    }

    @Test
    void anAbortedDischargeIsFound() {
        listed(2, "2010-01-02T08:00:00", "0.00000");
        curves.append("2,0.0,4.2,0.0,24\n2,10.0,4.0,-2.0,24\n2,300.0,3.9,-2.0,25\n");
        assertThat(read().get(1).faults()).contains(Fault.ABORTED, Fault.CAPACITY_ABSURD);
    }

    @Test
    void aDischargeWithoutLoadIsFound() {
        listed(2, "2010-01-02T08:00:00", "");
        curves.append("2,0.0,0.4,0.0,24\n2,10.0,0.4,-0.002,24\n");
        assertThat(read().get(1).faults()).containsExactly(Fault.NO_LOAD);
    }

    @Test
    void aCellThatWasNotFullIsFound() {
        listed(2, "2010-01-02T08:00:00", "1.5");
        discharge(2, 3.95, 3300);
        assertThat(read().get(1).faults()).contains(Fault.NOT_FULLY_CHARGED);
    }

    @Test
    void anOverchargedCellIsFound() {
        listed(2, "2010-01-02T08:00:00", "1.7");
        discharge(2, 4.46, 3300);
        assertThat(read().get(1).faults()).contains(Fault.OVERCHARGED);
    }

    @Test
    void aPulsedLoadIsNotCounted() {
        listed(2, "2010-01-02T08:00:00", "1.0");
        curves.append("2,0.0,4.2,0.0,24\n");
        for (int i = 1; i < 40; i++) {
            curves.append(String.format(Locale.ROOT, "2,%d,%.2f,%.1f,24%n", i * 60, 4 - i * 0.04, i % 2 == 0 ? 0.0 : -4.0));
        }
        assertThat(read().get(1).faults()).contains(Fault.PULSES_UNDERSAMPLED);
    }

    @Test
    void aRecordThatTheCurveDoesNotBearOutIsFound() {
        listed(2, "2010-01-02T08:00:00", "1.20000");
        discharge(2, 4.2, 3300);
        assertThat(read().get(1).faults()).containsExactly(Fault.CAPACITY_DISAGREES);
    }

    @Test
    void aMissingRecordIsARemarkOnly() {
        listed(2, "2010-01-02T08:00:00", "");
        discharge(2, 4.2, 3300);
        MeasuredCycle cycle = read().get(1);
        assertThat(cycle.faults()).containsExactly(Fault.CAPACITY_NOT_RECORDED);
        assertThat(cycle.sound()).isTrue();
    }

    @Test
    void aSuddenFallUnderTheSameConditionsIsAnOutlier() {
        for (int cycle = 2; cycle <= 4; cycle++) {
            listed(cycle, "2010-01-0" + cycle + "T08:00:00", "1.59090");
            discharge(cycle, 4.2, 3300);
        }
        listed(5, "2010-01-05T08:00:00", "");
        discharge(5, 4.2, 1500);
        assertThat(read().get(4).faults()).contains(Fault.CAPACITY_OUTLIER);
    }

    @Test
    void aListedDischargeWithoutReadingsIsReported() {
        listed(2, "2010-01-02T08:00:00", "1.5");
        MeasuredCycle cycle = read().get(1);
        assertThat(cycle.test()).isNull();
        assertThat(cycle.faults()).containsExactly(Fault.NO_CURVE);
    }

    @Test
    void curvesNeedNotBeCompressed() throws IOException {
        read();
        Files.delete(folder.resolve("X-curves.csv.gz"));
        Files.writeString(folder.resolve("X-curves.csv"), curves);
        List<MeasuredCycle> plain = new ArrayList<>();
        MeasuredDataSet.open(folder, CellRating.NASA_18650).read("X", plain::add);
        assertThat(plain).singleElement().satisfies(cycle -> assertThat(cycle.sound()).isTrue());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> MeasuredDataSet.open(missing, CellRating.NASA_18650))
                .isInstanceOf(AgeingDataException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aFileOfAnotherFormIsNamedWithTheLine() {
        cycles.append("X,two,discharge,yesterday,24,\n");
        assertThatThrownBy(this::read).isInstanceOf(AgeingDataException.class).hasMessageContaining("line 3");
    }

    private void listed(int cycle, String start, String capacity) {
        cycles.append("X,").append(cycle).append(",discharge,").append(start).append(",24,").append(capacity).append('\n');
    }

    /** Falls in a straight line from 4.0 V to 2.5 V at 2 A: 2.7 V is reached after 1.3/1.5 of the time. */
    private void discharge(int cycle, double rest, int seconds) {
        curves.append(String.format(Locale.ROOT, "%d,0.0,%.4f,0.0,24.0%n", cycle, rest));
        for (int i = 1; i <= 66; i++) {
            double at = seconds * i / 66.0;
            curves.append(String.format(Locale.ROOT, "%d,%.1f,%.4f,-2.0000,25.00%n", cycle, at, 4.0 - 1.5 * at / seconds));
        }
    }

    private void replace(String from, String to) {
        String text = curves.toString();
        assertThat(text).contains(from);
        curves.setLength(0);
        curves.append(text.replace(from, to));
    }

    private List<MeasuredCycle> read() {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("X-curves.csv.gz")))) {
            out.write(curves.toString().getBytes(StandardCharsets.US_ASCII));
            Files.writeString(folder.resolve("X-cycles.csv"), cycles);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<MeasuredCycle> read = new ArrayList<>();
        MeasuredDataSet.open(folder, CellRating.NASA_18650).read("X", read::add);
        return read;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
