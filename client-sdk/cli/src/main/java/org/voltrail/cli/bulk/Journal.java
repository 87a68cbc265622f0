package org.voltrail.cli.bulk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.model.Copies;
import org.voltrail.model.LedgerException;
import org.voltrail.model.json.CanonicalJson;

/**
 * Remembers next to the input what has been done with it, so that the same command goes on after a break. A line of JSON for
 * each step of a batch, forced to disk before the step counts. Batches are known by a hash of what they hold, so an input
 * that was changed in between is noticed batch by batch. Safe for use by several threads.
 */
final class Journal implements Closeable {

    private final FileChannel channel;
    private final Map<String, Step> last;

    private Journal(FileChannel channel, Map<String, Step> last) {
        this.channel = channel;
        this.last = last;
    }

    /**
     * One line.
     *
     * @param batch hash of what the batch holds
     * @param done whether the batch is finished
     * @param registered how many of its entries the ledger took; 0 until it is done
     * @param present lines of its entries that were left out because they are on the ledger already, so far
     * @param refused its entries that were left out because they are wrong, so far
     * @param txId the transaction; null until it is done, or if nothing was left to send
     */
    record Step(
            String batch,
            boolean done,
            int registered,
            List<Long> present,
            List<Refusal> refused,
            @Nullable String txId) {
        Step {
            present = Copies.list(present);
            refused = Copies.list(refused);
        }

        /** All that needs to be remembered of a finished batch. */
        private Step counts() {
            return new Step(batch, done, registered, present, List.of(), txId);
        }
    }

    /** Opens or creates a journal and hands its finished batches to {@code finished}, in the order they were finished. */
    static Journal open(Path file, Consumer<Step> finished) {
        try {
            Map<String, Step> last = Files.exists(file) ? read(file, finished) : new HashMap<>();
            return new Journal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), last);
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, "The journal " + file + " cannot be opened: " + e,
                    "The folder of the input must be writable; or name another place with --journal.", e);
        }
    }

    private static Map<String, Step> read(Path file, Consumer<Step> finished) throws IOException {
        Map<String, Step> last = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Step step = parse(line);
                if (step != null && step.done()) {
                    finished.accept(step);
                    last.put(step.batch(), step.counts());
                } else if (step != null) {
                    last.put(step.batch(), step);
                }
            }
        }
        return last;
    }

    /** A line that was cut off by a break says nothing; the step it began did not count yet. */
    private static @Nullable Step parse(String line) {
        try {
            return line.isBlank() ? null : CanonicalJson.read(line, Step.class);
        } catch (LedgerException e) {
            return null;
        }
    }

    /** What was last noted of a batch; null if nothing. */
    synchronized @Nullable Step of(String batch) {
        return last.get(batch);
    }

    /** Notes a step; it is on disk when this returns. */
    synchronized void note(Step step) {
        try {
            ByteBuffer line = StandardCharsets.UTF_8.encode("\n" + CanonicalJson.writeString(step));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, "The journal cannot be written: " + e, "Is the disk full?", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
