package org.voltrail.cli.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.voltrail.model.LedgerError;
import org.voltrail.model.json.CanonicalJson;

/**
 * What is left of a batch, and what has been left out of it. Immutable.
 *
 * @param key hash of what the batch held at first; its name in the journal
 * @param lines where each of the entries begins
 * @param entries what is left to send
 * @param refused what was left out
 * @param endByte how far into the input the batch reaches
 * @param size how many entries of the input it covers
 */
record Batch<T>(String key, List<Long> lines, List<T> entries, List<Refusal> refused, long endByte, int size) {

    /** Command ids may have 64 characters; 160 bits are more than enough to tell batches apart. */
    private static final int HASH_CHARACTERS = 40;

    static <T> Batch<T> of(List<Entry<T>> read, long endByte) {
        List<Long> lines = new ArrayList<>();
        List<T> entries = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Entry<T> entry : read) {
            if (entry instanceof Entry.Good<T> good) {
                lines.add(good.line());
                entries.add(good.value());
            } else {
                refused.add(((Entry.Bad<T>) entry).refusal());
            }
        }
        return new Batch<>(hash(List.of(entries, refused)), lines, entries, refused, endByte, read.size());
    }

    /** Names what is left: the same entries have the same id in every run. */
    String commandId() {
        return "batch-" + hash(entries);
    }

    /** Without some entries, by their position. */
    Batch<T> without(Map<Integer, LedgerError> faulty) {
        List<Long> keptLines = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        List<Refusal> left = new ArrayList<>(refused);
        for (int i = 0; i < entries.size(); i++) {
            LedgerError error = faulty.get(i);
            if (error == null) {
                keptLines.add(lines.get(i));
                kept.add(entries.get(i));
            } else {
                left.add(Refusal.of(lines.get(i), error, error.field()));
            }
        }
        return new Batch<>(key, keptLines, kept, left, endByte, size);
    }

    /** As it was when a journal's step was noted. */
    Batch<T> resumedFrom(Journal.Step step) {
        List<Long> keptLines = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        List<Long> left = step.refused().stream().map(Refusal::line).toList();
        for (int i = 0; i < entries.size(); i++) {
            if (!left.contains(lines.get(i))) {
                keptLines.add(lines.get(i));
                kept.add(entries.get(i));
            }
        }
        return new Batch<>(key, keptLines, kept, step.refused(), endByte, size);
    }

    private static String hash(Object value) {
        return CanonicalJson.sha256(CanonicalJson.write(CanonicalJson.tree(value))).substring(0, HASH_CHARACTERS);
    }
}
