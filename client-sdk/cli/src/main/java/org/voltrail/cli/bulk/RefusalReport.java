package org.voltrail.cli.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;

/** Writes what was refused to a CSV file; no refusal, no file. Safe for use by several threads. */
final class RefusalReport implements Closeable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setRecordSeparator("\n")
            .setHeader("line", "code", "field", "message", "expected", "found")
            .get();

    private final Path file;
    private @Nullable CSVPrinter printer;
    private long count;

    /** Begins a new report; an old one in its place is removed. */
    RefusalReport(Path file) {
        this.file = file;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    synchronized void add(List<Refusal> refusals) {
        try {
            for (Refusal refusal : refusals) {
                printer().printRecord(refusal.line(), refusal.code(), refusal.field(), refusal.message(),
                        refusal.expected(), refusal.found());
                count++;
            }
            if (printer != null) {
                printer.flush();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    synchronized long count() {
        return count;
    }

    private CSVPrinter printer() throws IOException {
        if (printer == null) {
            printer = FORMAT.print(file, StandardCharsets.UTF_8);
        }
        return printer;
    }

    private CliException unwritable(IOException e) {
        return new CliException(ExitCode.LOCAL, "The report " + file + " cannot be written: " + e,
                "The folder of the input must be writable; or name another place with --report.", e);
    }

    @Override
    public synchronized void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
