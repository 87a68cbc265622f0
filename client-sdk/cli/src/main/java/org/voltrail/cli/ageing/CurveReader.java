package org.voltrail.cli.ageing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a curve file ({@code cycle,t_s,voltage_v,current_a,temperature_c}, as it is or in gzip) one cycle at a time: only the readings of
 * the cycle at hand are in memory.
 */
final class CurveReader implements Closeable {

    private static final String HEADER = "cycle,t_s,voltage_v,current_a,temperature_c";
    /** More readings in one cycle are refused, to keep memory bounded. */
    private static final int MOST_READINGS = 1_000_000;

    private final Path file;
    private final BufferedReader lines;
    private final Set<Integer> seen = new HashSet<>();
    private @Nullable String ahead;

    private CurveReader(Path file, BufferedReader lines) throws IOException {
        this.file = file;
        this.lines = lines;
        if (!HEADER.equals(lines.readLine())) {
            throw new AgeingDataException(file, "the first line should be \"" + HEADER + "\"");
        }
        this.ahead = lines.readLine();
    }

    static CurveReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new CurveReader(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
    }

    /** Reads the next cycle's lines; null at the end of the file. */
    @Nullable RawCurve next() throws IOException {
        if (ahead == null) {
            return null;
        }
        int cycle = cycleOf(ahead);
        RawCurve curve = new RawCurve(cycle, !seen.add(cycle));
        while (ahead != null && cycleOf(ahead) == cycle) {
            if (curve.lines() == MOST_READINGS) {
                throw new AgeingDataException(file, "cycle " + cycle + " has more than " + MOST_READINGS + " readings");
            }
            curve.add(ahead);
            ahead = lines.readLine();
        }
        return curve;
    }

    private int cycleOf(String line) {
        int comma = line.indexOf(',');
        try {
            return Integer.parseInt(line, 0, Math.max(comma, 0), 10);
        } catch (NumberFormatException e) {
            throw new AgeingDataException(file, "a line does not begin with a cycle number: \"" + line + "\"", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The readings of one cycle as they stand in the file. */
    static final class RawCurve {
        private final int cycle;
        private final boolean repeated;
        private final CurveDigest digest = new CurveDigest();
        private final List<Sample> samples = new ArrayList<>(128);
        private int lines;
        private int valueless;
        private int backwards;

        private RawCurve(int cycle, boolean repeated) {
            this.cycle = cycle;
            this.repeated = repeated;
        }

        int cycle() {
            return cycle;
        }

        int lines() {
            return lines;
        }

        DischargeCurve curve(CycleEntry entry) {
            return new DischargeCurve(entry.cell(), cycle, entry.ambientCelsius(), samples, digest.hex());
        }

        Set<Fault> faults(FaultCriteria criteria) {
            Set<Fault> faults = CycleCheck.none();
            add(faults, Fault.MISSING_VALUES, valueless > 0);
            add(faults, Fault.TIME_NOT_INCREASING, backwards > 0);
            add(faults, Fault.CURVE_TORN, valueless + backwards > criteria.tornShare() * lines);
            add(faults, Fault.OUT_OF_ORDER, repeated);
            return faults;
        }

        private static void add(Set<Fault> faults, Fault fault, boolean present) {
            if (present) {
                faults.add(fault);
            }
        }

        private void add(String line) {
            digest.line(line);
            lines++;
            Sample sample = parse(line);
            if (sample == null) {
                valueless++;
            } else if (!samples.isEmpty() && sample.seconds() <= samples.get(samples.size() - 1).seconds()) {
                backwards++;
            } else {
                samples.add(sample);
            }
        }

        private static @Nullable Sample parse(String line) {
            String[] fields = line.split(",", -1);
            if (fields.length != 5) {
                return null;
            }
            Sample sample = new Sample(number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
            double sum = sample.seconds() + sample.volts() + sample.amperes() + sample.celsius();
            return Double.isFinite(sum) ? sample : null;
        }

        private static double number(String field) {
            try {
                return Double.parseDouble(field);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }
}
