package org.voltrail.cli.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;

/**
 * Reads a CSV file after RFC 4180 with a heading, UTF-8 with or without byte order mark. Separated by commas, or by semicolons
 * if the heading holds one.
 */
final class CsvReader implements EntrySource.RawReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Columns.Row row;
    private final int width;

    private CsvReader(Path file, CSVParser parser, Columns columns) {
        this.file = file;
        this.parser = parser;
        this.records = parser.iterator();
        List<String> heading = heading();
        this.row = columns.under(heading);
        this.width = heading.size();
    }

    static CsvReader open(Path file, InputStream in, Columns columns) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        skipByteOrderMark(reader);
        CSVFormat format = FORMAT.builder().setDelimiter(delimiter(reader)).get();
        return new CsvReader(file, format.parse(reader), columns);
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static char delimiter(BufferedReader reader) throws IOException {
        int longestHeading = 8192;
        reader.mark(longestHeading);
        int next = reader.read();
        for (int i = 1; i < longestHeading && next != '\n' && next != ';' && next >= 0; i++) {
            next = reader.read();
        }
        reader.reset();
        return next == ';' ? ';' : ',';
    }

    private List<String> heading() {
        if (!records.hasNext()) {
            throw new CliException(ExitCode.LOCAL, file + " is empty.", "Its first line should name the columns.");
        }
        return records.next().toList();
    }

    @Override
    public @Nullable RawEntry next() throws IOException {
        long before = parser.getCurrentLineNumber();
        try {
            return records.hasNext() ? parse(before + 1, records.next()) : null;
        } catch (UncheckedIOException e) {
            throw new CliException(ExitCode.LOCAL, file + ", line " + (before + 1) + ": " + e.getCause().getMessage(),
                    "A quotation mark may be missing. Mend it and run the same command again.", e);
        }
    }

    private RawEntry parse(long line, CSVRecord record) {
        if (record.size() != width) {
            return new RawEntry.Unreadable(new Refusal(line, "MALFORMED_REQUEST", null,
                    "The line does not have as many cells as the heading.", String.valueOf(width), String.valueOf(record.size())));
        }
        return row.parse(line, record.toList());
    }
}
