package org.voltrail.cli.ageing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the list of a cell's charges and discharges ({@code cell,cycle,type,start,ambient_c,capacity_ah}). */
final class CycleList {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CycleList() {}

    /** Reads the file; a number that is listed twice keeps its first line. */
    static Map<Integer, CycleEntry> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser lines = FORMAT.parse(reader)) {
            Map<Integer, CycleEntry> entries = new LinkedHashMap<>();
            CycleEntry last = null;
            for (CSVRecord line : lines) {
                last = entry(file, line, last);
                entries.putIfAbsent(last.cycle(), last);
            }
            return entries;
        } catch (IOException e) {
            throw new AgeingDataException(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static CycleEntry entry(Path file, CSVRecord line, @Nullable CycleEntry before) {
        try {
            int cycle = Integer.parseInt(line.get("cycle"));
            LocalDateTime start = LocalDateTime.parse(line.get("start"));
            boolean inOrder = before == null || cycle > before.cycle() && start.isAfter(before.start());
            return new CycleEntry(line.get("cell"), cycle, "discharge".equals(line.get("type")), start,
                    Double.parseDouble(line.get("ambient_c")), capacity(line.get("capacity_ah")), inOrder);
        } catch (RuntimeException e) {
            throw new AgeingDataException(file, "line " + (line.getRecordNumber() + 1)
                    + " should hold cell,cycle,type,start,ambient_c,capacity_ah: " + e.getMessage(), e);
        }
    }

    private static OptionalDouble capacity(String field) {
        if (field.isBlank()) {
            return OptionalDouble.empty();
        }
        double ampereHours = Double.parseDouble(field);
        return Double.isFinite(ampereHours) ? OptionalDouble.of(ampereHours) : OptionalDouble.empty();
    }
}
