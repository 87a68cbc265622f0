package org.voltrail.cli.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.json.CanonicalJson;

/**
 * What is left of a batch, and what has been left out of it. Immutable.
 *
 * @param key hash of what the batch held at first; its name in the journal
 * @param lines where each of the entries begins
 * @param entries what is left to send
 * @param present lines that were left out because the ledger has them
 * @param refused what was left out because it is wrong
 * @param endByte how far into the input the batch reaches
 * @param size how many entries of the input it covers
 */
record Batch<T>(
        String key,
        List<Long> lines,
        List<T> entries,
        List<Long> present,
        List<Refusal> refused,
        long endByte,
        int size) {

    /** Command ids may have 64 characters; 160 bits are more than enough to tell batches apart. */
    private static final int HASH_CHARACTERS = 40;

    static <T> Batch<T> of(List<Entry<T>> read, long endByte) {
        Rest<T> rest = new Rest<>();
        for (Entry<T> entry : read) {
            if (entry instanceof Entry.Good<T> good) {
                rest.keep(good.line(), good.value());
            } else {
                rest.refused.add(((Entry.Bad<T>) entry).refusal());
            }
        }
        String key = hash(List.of(rest.lines, rest.entries, rest.refused));
        return new Batch<>(key, rest.lines, rest.entries, List.of(), rest.refused, endByte, read.size());
    }

    /** Names what is left: the same entries in the same lines have the same id in every run. */
    String commandId() {
        return "batch-" + hash(List.of(lines, entries));
    }

    /** Without some entries, by their position. */
    Batch<T> without(Map<Integer, BatchTarget.Verdict> verdicts) {
        Rest<T> rest = new Rest<>();
        rest.present.addAll(present);
        rest.refused.addAll(refused);
        for (int i = 0; i < entries.size(); i++) {
            rest.sort(lines.get(i), entries.get(i), verdicts.get(i));
        }
        return rest.of(this);
    }

    /** As it was when a journal's step was noted. */
    Batch<T> resumedFrom(Journal.Step step) {
        Set<Long> left = new HashSet<>(step.present());
        step.refused().forEach(refusal -> left.add(refusal.line()));
        Rest<T> rest = new Rest<>();
        rest.present.addAll(step.present());
        rest.refused.addAll(step.refused());
        for (int i = 0; i < entries.size(); i++) {
            if (!left.contains(lines.get(i))) {
                rest.keep(lines.get(i), entries.get(i));
            }
        }
        return rest.of(this);
    }

    private static String hash(Object value) {
        return CanonicalJson.sha256(value).substring(0, HASH_CHARACTERS);
    }

    /** Collects what stays and what is left out. */
    private static final class Rest<T> {
        private final List<Long> lines = new ArrayList<>();
        private final List<T> entries = new ArrayList<>();
        private final List<Long> present = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();

        private void keep(long line, T entry) {
            lines.add(line);
            entries.add(entry);
        }

        private void sort(long line, T entry, BatchTarget.@Nullable Verdict verdict) {
            if (verdict instanceof BatchTarget.Verdict.Refused wrong) {
                refused.add(Refusal.of(line, wrong.error(), wrong.error().field()));
            } else if (verdict != null) {
                present.add(line);
            } else {
                keep(line, entry);
            }
        }

        private Batch<T> of(Batch<T> whole) {
            return new Batch<>(whole.key, lines, entries, present, refused, whole.endByte, whole.size);
        }
    }
}
