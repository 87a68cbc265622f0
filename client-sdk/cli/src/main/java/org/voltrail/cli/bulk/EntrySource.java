package org.voltrail.cli.bulk;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.model.Check;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Validated;
import org.voltrail.model.json.CanonicalJson;

/**
 * Reads entries from a file, one at a time: CSV ({@code .csv}), a JSON value on each line ({@code .ndjson}, {@code .jsonl}), or
 * a JSON array ({@code .json}). Not for use by several threads.
 *
 * @param <T> record that an entry is read as
 */
public final class EntrySource<T extends Validated> implements Closeable {

    private final Class<T> type;
    private final CountingStream bytes;
    private final RawReader reader;

    private EntrySource(Class<T> type, CountingStream bytes, RawReader reader) {
        this.type = type;
        this.bytes = bytes;
        this.reader = reader;
    }

    /**
     * Opens a file; its ending tells the format.
     *
     * @param file to read
     * @param type record that an entry is read as
     * @param columns what the columns of a CSV file mean
     * @param <T> record that an entry is read as
     * @return the entries
     * @throws CliException if it cannot be opened, is of another format, or its heading has unknown columns
     */
    public static <T extends Validated> EntrySource<T> open(Path file, Class<T> type, Columns columns) {
        try {
            CountingStream bytes = new CountingStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            return new EntrySource<>(type, bytes, format(file, columns).apply(file, bytes));
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, "Check the path and its permissions.", e);
        }
    }

    private static ReaderFactory format(Path file, Columns columns) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv" -> (path, in) -> CsvReader.open(path, in, columns);
            case "ndjson", "jsonl" -> (path, in) -> new LineReader(in);
            case "json" -> JsonArrayReader::open;
            default -> throw new CliException(ExitCode.LOCAL,
                    file + ": the ending ." + ending + " tells no format.", "Use .csv, .ndjson, .jsonl or .json.");
        };
    }

    /**
     * Reads the next entry and checks what can be checked without the ledger.
     *
     * @return the entry; null at the end
     * @throws IOException if the file cannot be read on
     */
    public @Nullable Entry<T> next() throws IOException {
        RawEntry raw = reader.next();
        if (raw == null) {
            return null;
        }
        return raw instanceof RawEntry.Json entry ? read(entry) : new Entry.Bad<>(((RawEntry.Unreadable) raw).refusal());
    }

    private Entry<T> read(RawEntry.Json entry) {
        try {
            T value = CanonicalJson.convert(entry.json(), type);
            value.validate(Check.root());
            return new Entry.Good<>(entry.line(), value);
        } catch (LedgerException e) {
            LedgerError error = e.error();
            return new Entry.Bad<>(Refusal.of(entry.line(), error, error.field()));
        }
    }

    /** {@return how much of the file has been read, in bytes} */
    public long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** A reader of one format. */
    interface RawReader {
        @Nullable RawEntry next() throws IOException;
    }

    private interface ReaderFactory {
        RawReader apply(Path file, CountingStream in) throws IOException;
    }
}
