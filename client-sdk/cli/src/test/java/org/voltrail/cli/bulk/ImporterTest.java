package org.voltrail.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CliException;

class ImporterTest {

    @TempDir
    private Path folder;

    private Path input;
    private final FakeLedger ledger = new FakeLedger();

    @BeforeEach
    void input() {
        input = folder.resolve("items.ndjson");
    }

    @Test
    void everyEntryIsRegisteredOnce() throws IOException {
        write(IntStream.range(0, 2500).mapToObj(i -> "b" + i).toList());
        ImportSummary summary = run(1000);
        assertThat(summary).extracting(ImportSummary::entries, ImportSummary::registered, ImportSummary::refused)
                .containsExactly(2500L, 2500L, 0L);
        assertThat(ledger.registered()).doesNotHaveDuplicates().hasSize(2500);
        assertThat(summary.report()).isNull();
    }

    @Test
    void oneBadLineDoesNotHoldBackTheOthersOfItsBatch() throws IOException {
        write(List.of("a", "b", "a", "c"));
        ImportSummary summary = run(10);
        assertThat(ledger.registered()).containsExactly("a", "b", "c");
        assertThat(summary.refused()).isEqualTo(1);
    }

    @Test
    void theReportNamesLineCodeFieldAndMessage() throws IOException {
        Files.writeString(input, "{\"id\":\"a\",\"details\":{\"weightGrams\":5}}\n\n{\"id\":\"b\",\"details\":{\"weightGrams\":0}}\nnonsense\n");
        run(10);
        assertThat(folder.resolve("refused.csv")).content()
                .startsWith("line,code,field,message,expected,found\n3,OUT_OF_RANGE,details.weightGrams,")
                .contains("\n4,MALFORMED_REQUEST,");
    }

    @Test
    void aFinishedImportDoesNothingWhenItIsRepeated() throws IOException {
        write(IntStream.range(0, 100).mapToObj(i -> "b" + i).toList());
        run(10);
        int before = ledger.transactions();
        ImportSummary again = run(10);
        assertThat(again).extracting(ImportSummary::registered, ImportSummary::resumed).containsExactly(100L, 100L);
        assertThat(ledger.transactions()).isEqualTo(before);
    }

    @Test
    void theReportIsCompleteAfterABreak() throws IOException {
        write(List.of("a", "a", "b", "c", "d", "d", "e", "f"));
        ledger.breakAfter(3, false);
        assertThatThrownBy(() -> run(2)).hasMessage("connection lost");
        ledger.breakAfter(Integer.MAX_VALUE, false);
        run(2);
        assertThat(folder.resolve("refused.csv")).content().contains("\n2,DUPLICATE_IN_BATCH").contains("\n6,DUPLICATE_IN_BATCH");
    }

    @Test
    void aLineWrittenHalfBeforeABreakIsForgotten() throws IOException {
        write(List.of("a", "b"));
        run(10);
        Files.writeString(folder.resolve("journal"), "\n{\"batch\":\"abc\",\"do", java.nio.file.StandardOpenOption.APPEND);
        assertThat(run(10).resumed()).isEqualTo(2);
    }

    @Test
    void whatIsThereAlreadyJustSoIsNoRefusal() throws IOException {
        write(List.of("a", "b"));
        run(2);
        write(List.of("a", "b", "c"));
        ImportSummary summary = run(3);
        assertThat(ledger.registered()).containsExactly("a", "b", "c");
        assertThat(summary).extracting(ImportSummary::registered, ImportSummary::present, ImportSummary::refused)
                .containsExactly(1L, 2L, 0L);
    }

    @Test
    void whatIsThereDifferentlyIsRefused() throws IOException {
        write(List.of("a"));
        run(2);
        Files.writeString(input, "{\"id\":\"a\",\"details\":{\"weightGrams\":6}}\n");
        assertThat(run(2).refused()).isEqualTo(1);
    }

    @Test
    void aTargetThatFailsAtOnceEndsTheImport() throws IOException {
        write(List.of("a", "b", "c"));
        BatchTarget<Item> broken = new BatchTarget<>() {
            @Override
            public java.util.concurrent.CompletionStage<String> send(String commandId, List<Item> entries) {
                throw new IllegalStateException("broken");
            }

            @Override
            public java.util.concurrent.CompletionStage<java.util.Map<Integer, Verdict>> judge(
                    List<Item> entries, org.voltrail.model.LedgerError error) {
                throw new IllegalStateException("not asked");
            }
        };
        Importer<Item> importer = new Importer<>(broken, 1, 2, (bytes, registered, refused) -> {});
        try (EntrySource<Item> source = EntrySource.open(input, Item.class, Columns.of(Item.class))) {
            assertThatThrownBy(() -> importer.run(source, folder.resolve("journal"), folder.resolve("refused.csv"))).hasMessage("broken");
        }
    }

    @Test
    void progressReachesTheEndOfTheFile() throws IOException {
        write(IntStream.range(0, 50).mapToObj(i -> "b" + i).toList());
        AtomicLong reached = new AtomicLong();
        Importer<Item> importer = new Importer<>(ledger, 10, 3, (bytes, registered, refused) -> reached.set(bytes));
        try (EntrySource<Item> source = EntrySource.open(input, Item.class, Columns.of(Item.class))) {
            importer.run(source, folder.resolve("journal"), folder.resolve("refused.csv"));
        }
        assertThat(reached).hasValue(Files.size(input));
    }

    @Test
    void anUnknownEndingIsExplained() {
        Path odd = folder.resolve("items.xlsx");
        assertThatThrownBy(() -> {
            Files.createFile(odd);
            EntrySource.open(odd, Item.class, Columns.of(Item.class));
        }).isInstanceOf(CliException.class).hasMessageContaining(".xlsx");
    }

    /** Whatever breaks and whenever: in the end every entry is there once, and only repeated ids are refused. */
    @Property(tries = 200)
    void nothingIsLostOrDoubledHoweverOftenItBreaks(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40) Integer> ids,
            @ForAll @IntRange(min = 1, max = 12) int batchSize,
            @ForAll @Size(max = 6) List<@IntRange(max = 8) Integer> breaks,
            @ForAll boolean answerLost) throws IOException {
        Path fresh = Files.createTempDirectory("import");
        try {
            input = fresh.resolve("items.ndjson");
            folder = fresh;
            FakeLedger target = new FakeLedger();
            write(ids.stream().map(id -> "b" + id).toList());
            for (int sends : breaks) {
                target.breakAfter(sends, answerLost);
                runQuietly(target, batchSize);
            }
            target.breakAfter(Integer.MAX_VALUE, false);
            ImportSummary summary = run(target, batchSize);
            List<String> expected = ids.stream().distinct().map(id -> "b" + id).toList();
            assertThat(target.registered()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(summary.registered()).isEqualTo(expected.size());
            assertThat(summary.refused() + summary.present()).isEqualTo(ids.size() - expected.size());
        } finally {
            for (String name : List.of("items.ndjson", "journal", "refused.csv")) {
                Files.deleteIfExists(fresh.resolve(name));
            }
            Files.delete(fresh);
        }
    }

    private void runQuietly(FakeLedger target, int batchSize) {
        try {
            run(target, batchSize);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("lost");
        }
    }

    private ImportSummary run(int batchSize) {
        return run(ledger, batchSize);
    }

    private ImportSummary run(FakeLedger target, int batchSize) {
        Importer<Item> importer = new Importer<>(target, batchSize, 3, (bytes, registered, refused) -> {});
        try (EntrySource<Item> source = EntrySource.open(input, Item.class, Columns.of(Item.class))) {
            return importer.run(source, folder.resolve("journal"), folder.resolve("refused.csv"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(List<String> ids) throws IOException {
        Files.writeString(input, ids.stream()
                .map(id -> "{\"id\":\"" + id + "\",\"details\":{\"weightGrams\":5}}\n")
                .collect(Collectors.joining()));
    }
}
