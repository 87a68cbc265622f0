package org.voltrail.topology.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;

/** Clients of the manufacturer that register batteries one after the other until the load is closed. */
final class Load implements AutoCloseable {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final VoltrailClient client;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private volatile boolean going = true;

    Load(VoltrailClient client, int clients) {
        this.client = client;
        threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            threads.execute(this::registerBatteries);
        }
    }

    /** Runs an action while the load goes on, and lets the load go on until it has seen something acknowledged afterwards. */
    <T> T during(Supplier<T> action) {
        awaitProgress();
        T result = action.get();
        awaitProgress();
        return result;
    }

    private void awaitProgress() {
        int before = acknowledged.size();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < before + 3 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private void registerBatteries() {
        while (going) {
            String id = "https://id.example.org/01/09506000134352/21/L" + run + "-" + SERIAL.incrementAndGet();
            long start = System.nanoTime();
            try {
                client.submitAndWait(new BatteryCommand.Register(registration(id)));
                acknowledged.add(id);
                times.add(System.nanoTime() - start);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private static BatteryRegistration registration(String id) {
        return new BatteryRegistration(id, List.of(), new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", "L-0426", "2026-04-02", "Zwickau", 420_000, 210_000, 355_000, 74_550,
                Map.of(), null, null));
    }

    /** Commands that failed for good. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Acknowledged registrations that the ledger does not have. */
    List<String> lost() {
        return acknowledged.stream().filter(id -> !client.evaluate(new BatteryQuery.Get(id)).id().equals(id)).toList();
    }

    /** How many were acknowledged, and how long they took. */
    String figures() {
        List<Long> sorted = new ArrayList<>(times);
        sorted.sort(null);
        return "%d acknowledged, %d failed, median %d ms, longest %d ms".formatted(
                acknowledged.size(), failures.size(), millis(sorted.get(sorted.size() / 2)), millis(sorted.get(sorted.size() - 1)));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** Ends the load and waits for what is under way. */
    @Override
    public void close() {
        going = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                failures.add(new AssertionError("Commands are under way two minutes after the end."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
