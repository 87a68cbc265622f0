package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ledger.fixture.ChannelFixture;

/** Random transactions, committed late and out of order, against a model that fits on a page. */
class LedgerModelTest {
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final List<String> KEYS = List.of("a", "ab", "b", "b\u0000x", "b\u0001", "\u00e9", "\ufffd", "\ud83d\udd0b", "z");
    private static final LedgerSettings SMALL_FILES = new LedgerSettings(32 << 10, 1 << 20);

    /** What a transaction does. */
    sealed interface Op {
        record Get(String key) implements Op {}

        record Put(String key, int value) implements Op {}

        record Delete(String key) implements Op {}

        record Range(String start, String end, int taken) implements Op {}
    }

    /** A transaction: its work, and how many blocks it waits between simulation and commit. */
    record Tx(List<Op> ops, int delay) {}

    private record Value(int value, long block, int tx) {}

    /** What a transaction saw and wrote, and when it is due. */
    private record Pending(
            Envelope envelope,
            Map<String, Optional<Value>> reads,
            List<RangeSeen> ranges,
            Map<String, Optional<Integer>> writes,
            int due) {}

    /** A range as far as it was read. */
    private record RangeSeen(String start, String end, boolean inclusive, Map<String, Value> results) {}

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theLedgerJudgesAndKeepsWhatTheModelDoes(@ForAll("histories") List<List<Tx>> history) throws IOException {
        Path directory = Files.createTempDirectory("model");
        try (ChannelFixture channel = ChannelFixture.in(directory, SMALL_FILES)) {
            channel.deploy();
            new Run(channel).play(history);
        } finally {
            StateRebuildTest.delete(directory);
        }
    }

    private static final class Run {
        private final ChannelFixture channel;
        private final NavigableMap<String, Value> model = new TreeMap<>(BY_UTF8);
        private final Map<String, List<Optional<Integer>>> histories = new TreeMap<>();
        private final List<Pending> pending = new ArrayList<>();

        Run(ChannelFixture channel) {
            this.channel = channel;
        }

        void play(List<List<Tx>> history) {
            int round = 0;
            for (List<Tx> batch : history) {
                for (Tx tx : batch) {
                    pending.add(simulate(tx, round));
                }
                commitDue(round++);
            }
            commitDue(Integer.MAX_VALUE);
            assertStateIsTheModels();
            channel.reopen();
            assertStateIsTheModels();
        }

        private Pending simulate(Tx tx, int round) {
            Map<String, Optional<Value>> reads = new LinkedHashMap<>();
            List<RangeSeen> ranges = new ArrayList<>();
            Map<String, Optional<Integer>> writes = new LinkedHashMap<>();
            Envelope envelope = channel.transaction(sim -> {
                for (Op op : tx.ops) {
                    if (op instanceof Op.Get get) {
                        assertThat(number(sim.getState(CHAINCODE, get.key))).isEqualTo(valueOf(model.get(get.key)));
                        reads.put(get.key, Optional.ofNullable(model.get(get.key)));
                    } else if (op instanceof Op.Put put) {
                        sim.putState(CHAINCODE, put.key, new byte[] {(byte) put.value});
                        writes.put(put.key, Optional.of(put.value));
                    } else if (op instanceof Op.Delete delete) {
                        sim.deleteState(CHAINCODE, delete.key);
                        writes.put(delete.key, Optional.empty());
                    } else if (op instanceof Op.Range range) {
                        ranges.add(read(sim, range));
                    }
                }
            });
            return new Pending(envelope, reads, ranges, writes, round + tx.delay);
        }

        private RangeSeen read(Simulator sim, Op.Range range) throws LedgerException {
            NavigableMap<String, Value> expected = range(model, range.start, range.end, false);
            Map<String, Value> seen = new LinkedHashMap<>();
            try (ResultsIterator<KeyValue> results = sim.getStateRange(CHAINCODE, range.start, range.end)) {
                for (int i = 0; i <= range.taken; i++) {
                    KeyValue next = results.next();
                    if (next == null) {
                        assertThat(seen.keySet()).containsExactlyElementsOf(expected.keySet());
                        return new RangeSeen(range.start, range.end, false, seen);
                    }
                    assertThat(number(next.value())).isEqualTo(valueOf(expected.get(next.key())));
                    seen.put(next.key(), Objects.requireNonNull(expected.get(next.key())));
                }
            }
            String last = new ArrayList<>(seen.keySet()).get(seen.size() - 1);
            return new RangeSeen(range.start, last, true, seen);
        }

        private void commitDue(int round) {
            List<Pending> due = pending.stream().filter(tx -> tx.due <= round).toList();
            if (due.isEmpty()) {
                return;
            }
            pending.removeAll(due);
            long number = channel.ledger().height();
            List<TxValidationCode> expected = new ArrayList<>();
            java.util.Set<String> touched = new java.util.HashSet<>();
            for (int i = 0; i < due.size(); i++) {
                expected.add(judge(due.get(i), touched));
                if (expected.get(i) == TxValidationCode.VALID) {
                    apply(due.get(i).writes, number, i);
                    touched.addAll(due.get(i).writes.keySet());
                }
            }
            Block block = channel.commit(due.stream().map(Pending::envelope).toArray(Envelope[]::new));
            assertThat(ChannelFixture.verdicts(block)).isEqualTo(expected);
        }

        private TxValidationCode judge(Pending tx, java.util.Set<String> touched) {
            for (Map.Entry<String, Optional<Value>> read : tx.reads.entrySet()) {
                boolean same = Optional.ofNullable(model.get(read.getKey())).equals(read.getValue());
                if (touched.contains(read.getKey()) || !same) {
                    return TxValidationCode.MVCC_READ_CONFLICT;
                }
            }
            boolean phantom = tx.ranges.stream().anyMatch(seen ->
                    !new ArrayList<>(range(model, seen.start, seen.end, seen.inclusive).entrySet()).equals(new ArrayList<>(seen.results.entrySet())));
            return phantom ? TxValidationCode.PHANTOM_READ_CONFLICT : TxValidationCode.VALID;
        }

        private void apply(Map<String, Optional<Integer>> writes, long block, int tx) {
            writes.forEach((key, value) -> {
                value.ifPresentOrElse(v -> model.put(key, new Value(v, block, tx)), () -> model.remove(key));
                histories.computeIfAbsent(key, k -> new ArrayList<>()).add(0, value);
            });
        }

        private void assertStateIsTheModels() {
            channel.simulate(sim -> {
                Map<String, Integer> state = new LinkedHashMap<>();
                try (ResultsIterator<KeyValue> all = sim.getStateRange(CHAINCODE, "", "")) {
                    for (KeyValue next = all.next(); next != null; next = all.next()) {
                        state.put(next.key(), number(next.value()));
                    }
                }
                assertThat(new ArrayList<>(state.keySet())).isEqualTo(new ArrayList<>(model.keySet()));
                model.forEach((key, value) -> assertThat(state).containsEntry(key, value.value));
                for (String key : KEYS) {
                    assertThat(history(sim, key)).isEqualTo(histories.getOrDefault(key, List.of()));
                }
            });
        }

        private static List<Optional<Integer>> history(Simulator sim, String key) throws LedgerException {
            List<Optional<Integer>> values = new ArrayList<>();
            try (ResultsIterator<KeyModification> history = sim.getHistory(CHAINCODE, key)) {
                for (KeyModification next = history.next(); next != null; next = history.next()) {
                    values.add(next.deleted() ? Optional.empty() : Optional.ofNullable(number(next.value())));
                }
            }
            return values;
        }

        private static NavigableMap<String, Value> range(NavigableMap<String, Value> state, String start, String end, boolean inclusive) {
            if (!end.isEmpty() && BY_UTF8.compare(start, end) > 0) {
                return new TreeMap<>();
            }
            NavigableMap<String, Value> tail = state.tailMap(start, true);
            return end.isEmpty() ? tail : tail.headMap(end, inclusive);
        }

        private static @Nullable Integer number(byte @Nullable [] bytes) {
            return bytes == null ? null : Integer.valueOf(bytes[0]);
        }

        private static @Nullable Integer valueOf(@Nullable Value value) {
            return value == null ? null : Integer.valueOf(value.value);
        }
    }

    @Provide
    Arbitrary<List<List<Tx>>> histories() {
        return txs().list().ofMinSize(0).ofMaxSize(5).list().ofMinSize(5).ofMaxSize(20);
    }

    private static Arbitrary<Tx> txs() {
        return Combinators.combine(ops().list().ofMinSize(1).ofMaxSize(5), Arbitraries.integers().between(0, 2)).as(Tx::new);
    }

    private static Arbitrary<Op> ops() {
        Arbitrary<String> keys = Arbitraries.of(KEYS);
        Arbitrary<String> bounds = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, keys), net.jqwik.api.Tuple.of(1, Arbitraries.just("")));
        Arbitrary<Integer> values = Arbitraries.integers().between(1, 100);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, keys.map(Op.Get::new)),
                net.jqwik.api.Tuple.of(4, Combinators.combine(keys, values).as(Op.Put::new)),
                net.jqwik.api.Tuple.of(1, keys.map(Op.Delete::new)),
                net.jqwik.api.Tuple.of(2, Combinators.combine(bounds, bounds, Arbitraries.integers().between(0, 9)).as(Op.Range::new)));
    }
}
