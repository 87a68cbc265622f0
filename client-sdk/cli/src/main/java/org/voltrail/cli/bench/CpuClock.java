package org.voltrail.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how much processor time processes have used, from {@code /proc/<pid>/stat}; says nothing where there is no such file.
 */
final class CpuClock {

    /** Ticks a second of the times in /proc: USER_HZ, which is 100 on all common architectures (proc(5), sysconf(3)). */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;
    private static final int IDLE_TIME = 3;
    private static final int WAIT_TIME = 4;

    private final Map<String, Long> processes = new LinkedHashMap<>();
    private final Map<String, Double> before = new LinkedHashMap<>();
    private long started;
    private double busyBefore;

    /** Adds a process under a name. */
    CpuClock watch(String name, long pid) {
        processes.put(name, pid);
        return this;
    }

    /** Begins a measurement. */
    void start() {
        started = System.nanoTime();
        before.clear();
        busyBefore = busySeconds();
        processes.forEach((name, pid) -> seconds(pid).ifPresent(used -> before.put(name, used)));
    }

    /** Processor cores that each process used on average since the start, in words; empty if nothing is known. */
    String used() {
        double elapsed = (System.nanoTime() - started) / 1e9;
        String shares = before.entrySet().stream()
                .map(entry -> share(entry.getKey(), entry.getValue(), elapsed))
                .collect(Collectors.joining(", "));
        return shares.isEmpty() ? "" : shares + " of " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    /** Cores that other programs than the watched ones have used on average since the start; 0 where that is not known. */
    double elsewhere() {
        double elapsed = (System.nanoTime() - started) / 1e9;
        double ours = before.entrySet().stream().mapToDouble(entry -> used(entry.getKey(), entry.getValue())).sum();
        return Math.max(0, busySeconds() - busyBefore - ours) / elapsed;
    }

    private String share(String name, double usedBefore, double elapsed) {
        return String.format(Locale.ROOT, "%s %.2f", name, used(name, usedBefore) / elapsed);
    }

    private double used(String name, double usedBefore) {
        return seconds(processes.get(name)).orElse(usedBefore) - usedBefore;
    }

    /** Time that all cores together were not idle, from the first line of {@code /proc/stat}. */
    private static double busySeconds() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] times = lines.findFirst().orElseThrow().trim().split("\\s+");
            double busy = 0;
            for (int i = 1; i < times.length; i++) {
                busy += i - 1 == IDLE_TIME || i - 1 == WAIT_TIME ? 0 : Long.parseLong(times[i]);
            }
            return busy / TICKS;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** User and system time of a process. The name in brackets may hold anything, so fields are counted behind it. */
    static OptionalDouble seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalDouble.of((Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS);
        } catch (IOException | RuntimeException e) {
            return OptionalDouble.empty();
        }
    }
}
