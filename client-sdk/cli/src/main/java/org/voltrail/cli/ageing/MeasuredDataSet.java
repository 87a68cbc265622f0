package org.voltrail.cli.ageing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A folder of measured ageing data in the form of the NASA battery ageing set (B. Saha and K. Goebel, 2007, "Battery Data
 * Set", NASA Prognostics Data Repository, NASA Ames Research Center): {@code <cell>-cycles.csv} lists a cell's charges and
 * discharges, {@code <cell>-curves.csv} or {@code <cell>-curves.csv.gz} holds their readings, {@code <cell>-capacity.csv} only capacities.
 *
 * <p>Faulty cycles are part of such data. They are not hidden: every discharge is handed on with what is wrong with it
 * (see {@link Fault}), and it is for the caller to use only {@linkplain MeasuredCycle#sound() sound} ones.
 *
 * <pre>{@code
 * MeasuredDataSet data = MeasuredDataSet.open(Path.of("nasa-battery-ageing"), CellRating.NASA_18650);
 * for (String cell : data.cells()) {
 *     data.read(cell, cycle -> System.out.println(cycle.entry().cycle() + " " + cycle.faults()));
 * }
 * }</pre>
 */
public final class MeasuredDataSet {

    private static final String CYCLES = "-cycles.csv";
    private static final String CURVES = "-curves.csv";
    private static final String CAPACITY = "-capacity.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path folder;
    private final CellRating rating;
    private final FaultCriteria criteria;

    private MeasuredDataSet(Path folder, CellRating rating, FaultCriteria criteria) {
        this.folder = folder;
        this.rating = rating;
        this.criteria = criteria;
    }

    /**
     * Opens a folder with the usual criteria.
     *
     * @param folder to read from
     * @param rating of its cells
     * @return the data set
     * @throws AgeingDataException if there is no such folder or it holds no cycle lists
     */
    public static MeasuredDataSet open(Path folder, CellRating rating) {
        return open(folder, rating, FaultCriteria.DEFAULT);
    }

    /**
     * Opens a folder.
     *
     * @param folder to read from
     * @param rating of its cells
     * @param criteria from when on a cycle is faulty
     * @return the data set
     * @throws AgeingDataException if there is no such folder or it holds no cycle lists
     */
    public static MeasuredDataSet open(Path folder, CellRating rating, FaultCriteria criteria) {
        MeasuredDataSet data = new MeasuredDataSet(folder, rating, criteria);
        if (!Files.isDirectory(folder)) {
            throw new AgeingDataException(folder, "there is no such folder of ageing data");
        }
        if (data.cells().isEmpty()) {
            throw new AgeingDataException(folder, "holds no pair of <cell>" + CYCLES + " and <cell>" + CURVES + "[.gz]");
        }
        return data;
    }

    /** {@return the rating of its cells} */
    public CellRating rating() {
        return rating;
    }

    /** {@return the names of the cells with curves, in alphabetical order} */
    public List<String> cells() {
        return named(CYCLES).filter(cell -> Files.exists(curves(cell))).toList();
    }

    /** The file of a cell's readings, plain if it is there, else the one in gzip. */
    private Path curves(String cell) {
        Path plain = folder.resolve(cell + CURVES);
        return Files.exists(plain) ? plain : folder.resolve(cell + CURVES + ".gz");
    }

    /** {@return the names of the cells of which only capacities are known, in alphabetical order} */
    public List<String> cellsWithoutCurves() {
        return named(CAPACITY).filter(cell -> !Files.exists(curves(cell))).toList();
    }

    /**
     * Reads a cell's discharges in the order of its curve file, then those that have no curve. Holds the list of the
     * cell's cycles and one curve in memory.
     *
     * @param cell name of the cell
     * @param consumer given every discharge, faulty or not
     * @throws AgeingDataException if a file cannot be read or is not of the expected form
     */
    public void read(String cell, Consumer<MeasuredCycle> consumer) {
        Map<Integer, CycleEntry> entries = CycleList.read(folder.resolve(cell + CYCLES));
        Set<Integer> done = new HashSet<>();
        Path file = curves(cell);
        try (CurveReader curves = CurveReader.open(file)) {
            new CellReading(entries, done, consumer).all(curves);
        } catch (IOException e) {
            throw new AgeingDataException(file, "cannot be read: " + e.getMessage(), e);
        }
        entries.values().stream()
                .filter(entry -> entry.discharge() && !done.contains(entry.cycle()))
                .forEach(entry -> consumer.accept(new MeasuredCycle(entry, null, Set.of(Fault.NO_CURVE))));
    }

    /**
     * Reads the capacities of a cell of which nothing else is known.
     *
     * @param cell name of the cell
     * @return the capacity of each discharge in ampere-hours, in order
     * @throws AgeingDataException if the file cannot be read or is not of the expected form
     */
    public List<Double> capacities(String cell) {
        Path file = folder.resolve(cell + CAPACITY);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser lines = FORMAT.parse(reader)) {
            List<Double> capacities = new ArrayList<>();
            for (CSVRecord line : lines) {
                capacities.add(Double.parseDouble(line.get("capacity_ah")));
            }
            return capacities;
        } catch (IOException | IllegalArgumentException e) {
            throw new AgeingDataException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private Stream<String> named(String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted().toList().stream();
        } catch (IOException e) {
            throw new AgeingDataException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }

    /** One pass over a cell's curves. */
    private final class CellReading {
        private final Map<Integer, CycleEntry> entries;
        private final Set<Integer> done;
        private final Consumer<MeasuredCycle> consumer;
        private final CycleCheck check = new CycleCheck(rating, criteria);
        private final DischargeEvaluator evaluator = new DischargeEvaluator(rating);
        private Wear wear = Wear.NONE;

        private CellReading(Map<Integer, CycleEntry> entries, Set<Integer> done, Consumer<MeasuredCycle> consumer) {
            this.entries = entries;
            this.done = done;
            this.consumer = consumer;
        }

        private void all(CurveReader curves) throws IOException {
            for (CurveReader.RawCurve raw = curves.next(); raw != null; raw = curves.next()) {
                CycleEntry entry = entries.get(raw.cycle());
                if (entry != null && entry.discharge()) {
                    consumer.accept(measured(entry, raw));
                }
            }
        }

        private MeasuredCycle measured(CycleEntry entry, CurveReader.RawCurve raw) {
            Set<Fault> faults = raw.faults(criteria);
            done.add(entry.cycle());
            DischargeCurve curve = raw.curve(entry);
            if (curve.samples().isEmpty()) {
                faults.add(Fault.NO_CURVE);
                return new MeasuredCycle(entry, null, faults);
            }
            DischargeTest test = evaluator.evaluate(curve, wear);
            check.judge(entry, curve, test, faults);
            wear = after(entry, test, faults);
            return new MeasuredCycle(entry, test, faults);
        }

        /** Where charge cannot be counted from the curve, the recorded capacity counts, at the curve's mean voltage. */
        private Wear after(CycleEntry entry, DischargeTest test, Set<Fault> faults) {
            if (!faults.contains(Fault.PULSES_UNDERSAMPLED) || entry.recordedAmpereHours().isEmpty() || test.ampereHours() <= 0) {
                return test.wear();
            }
            double recorded = entry.recordedAmpereHours().getAsDouble();
            return wear.plus(recorded, recorded * test.wattHours() / test.ampereHours());
        }
    }
}
