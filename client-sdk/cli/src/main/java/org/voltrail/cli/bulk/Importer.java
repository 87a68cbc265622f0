package org.voltrail.cli.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.Validated;

/**
 * Carries the entries of an input to the ledger in batches, some of which are under way at once. A batch that the ledger refuses
 * because of single entries is sent again without them, so that one bad line does not hold back a thousand good ones.
 *
 * <p>After a break the same import goes on where it stopped: finished batches are passed over, and a batch that was under way is
 * sent again exactly as it was, under the same command id, which the ledger recognises. Use once.
 *
 * @param <T> an entry
 */
public final class Importer<T extends Validated> {

    private final BatchTarget<T> target;
    private final int batchSize;
    private final int inFlight;
    private final ImportProgress progress;
    private final Semaphore slots;
    private final Tally tally = new Tally();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * An importer.
     *
     * @param target where batches go
     * @param batchSize entries in a batch, 1 or more
     * @param inFlight batches under way at once, 1 or more
     * @param progress told after each batch
     */
    public Importer(BatchTarget<T> target, int batchSize, int inFlight, ImportProgress progress) {
        this.target = target;
        this.batchSize = batchSize;
        this.inFlight = inFlight;
        this.progress = progress;
        this.slots = new Semaphore(inFlight);
    }

    /**
     * Runs the import to its end.
     *
     * @param source entries; not closed
     * @param journalFile remembers what has been done
     * @param reportFile lists what was refused
     * @return how it went
     * @throws CliException if files cannot be read or written, or if a batch cannot be got through for a reason that no single
     *     entry is to blame for; what was finished until then stays finished
     * @throws LedgerRefusedException if the ledger refuses a batch as a whole, for example for lack of a role
     */
    public ImportSummary run(EntrySource<T> source, Path journalFile, Path reportFile) {
        long start = System.nanoTime();
        try (RefusalReport report = new RefusalReport(reportFile);
                Journal journal = Journal.open(journalFile, step -> report.add(step.refused()))) {
            pump(source, journal, report);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            return tally.summary(seconds, report.count() == 0 ? null : reportFile.toString());
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, "The input cannot be read on: " + e, "Run the same command again.", e);
        }
    }

    private void pump(EntrySource<T> source, Journal journal, RefusalReport report) throws IOException {
        try {
            Batch<T> batch = read(source);
            while (batch.size() > 0 && failure.get() == null) {
                start(batch, journal, report);
                batch = read(source);
            }
        } finally {
            slots.acquireUninterruptibly(inFlight);
        }
        rethrow(failure.get());
    }

    private Batch<T> read(EntrySource<T> source) throws IOException {
        List<Entry<T>> entries = new ArrayList<>(batchSize);
        while (entries.size() < batchSize) {
            Entry<T> entry = source.next();
            if (entry == null) {
                break;
            }
            entries.add(entry);
        }
        return Batch.of(entries, source.bytesRead());
    }

    private void start(Batch<T> batch, Journal journal, RefusalReport report) {
        Journal.Step before = journal.of(batch.key());
        if (before != null && before.done()) {
            advance(batch.endByte(), () -> tally.resumed(batch.size(), before));
            return;
        }
        slots.acquireUninterruptibly();
        send(before == null ? batch : batch.resumedFrom(before), journal)
                .thenAccept(step -> finish(batch, step, journal, report))
                .whenComplete((done, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, unwrap(e));
                    }
                    slots.release();
                });
    }

    private void finish(Batch<T> batch, Journal.Step step, Journal journal, RefusalReport report) {
        journal.note(step);
        report.add(step.refused());
        advance(batch.endByte(), () -> tally.finished(batch.size(), step));
    }

    private CompletionStage<Journal.Step> send(Batch<T> batch, Journal journal) {
        if (batch.entries().isEmpty()) {
            return CompletableFuture.completedStage(done(batch, null));
        }
        CompletableFuture<Journal.Step> outcome = new CompletableFuture<>();
        attempt(() -> target.send(batch.commandId(), batch.entries())).whenComplete((txId, e) -> {
            if (e == null) {
                outcome.complete(done(batch, txId));
            } else {
                relay(leaveOut(batch, unwrap(e), journal), outcome);
            }
        });
        return outcome;
    }

    /** A target that fails at once instead of later is treated alike: its slot must come free. */
    private static <S> CompletionStage<S> attempt(Supplier<CompletionStage<S>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Notes what is left out before the rest is sent, so that after a break the very same rest is sent again. */
    private CompletionStage<Journal.Step> leaveOut(Batch<T> batch, Throwable cause, Journal journal) {
        if (!(cause instanceof LedgerRefusedException refused)) {
            return CompletableFuture.failedStage(cause);
        }
        return attempt(() -> target.judge(batch.entries(), refused.error())).thenCompose(verdicts -> {
            if (verdicts.isEmpty()) {
                return CompletableFuture.failedStage(cause);
            }
            Batch<T> rest = batch.without(verdicts);
            journal.note(new Journal.Step(rest.key(), false, 0, rest.present(), rest.refused(), null));
            return send(rest, journal);
        });
    }

    private static <T> Journal.Step done(Batch<T> batch, @Nullable String txId) {
        return new Journal.Step(batch.key(), true, batch.entries().size(), batch.present(), batch.refused(), txId);
    }

    private static <S> void relay(CompletionStage<S> from, CompletableFuture<S> to) {
        from.whenComplete((value, e) -> {
            if (e == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(unwrap(e));
            }
        });
    }

    private synchronized void advance(long bytes, Runnable count) {
        count.run();
        progress.advanced(tally.bytes(bytes), tally.registered, tally.refused());
    }

    private static Throwable unwrap(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Counts; guarded by the importer. */
    private static final class Tally {
        private long entries;
        private long registered;
        private long resumed;
        private long present;
        private long bytes;

        private void finished(int size, Journal.Step step) {
            entries += size;
            registered += step.registered();
            present += step.present().size();
        }

        private void resumed(int size, Journal.Step step) {
            finished(size, step);
            resumed += step.registered();
        }

        private long bytes(long reached) {
            bytes = Math.max(bytes, reached);
            return bytes;
        }

        private long refused() {
            return entries - registered - present;
        }

        private ImportSummary summary(long seconds, @Nullable String report) {
            return new ImportSummary(entries, registered, resumed, present, refused(), seconds, report);
        }
    }
}
