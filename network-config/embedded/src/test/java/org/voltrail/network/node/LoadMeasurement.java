package org.voltrail.network.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.voltrail.network.crypto.Pem;

/**
 * Measures a running network with the sample contract: throughput, latency, and the processor time that each transaction costs the
 * client and the processes named. A program for the hand, not a test.
 *
 * <p>Arguments: data folder, organisation's name, MSP id, function (put, register, get), seconds, clients separated by commas, process ids.
 */
public final class LoadMeasurement {
    private static final int TICKS_PER_SECOND = 100;
    private static final String DOCUMENT = "x".repeat(700);

    private final Contract contract;
    private final String function;
    private final List<Long> processes;
    private final AtomicLong keys = new AtomicLong(System.currentTimeMillis() * 1000);

    private LoadMeasurement(Contract contract, String function, List<Long> processes) {
        this.contract = contract;
        this.function = function;
        this.processes = processes;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        JsonNode profile = new ObjectMapper()
                .readTree(data.resolve("profiles").resolve(arguments[1]).resolve("connection.json").toFile());
        JsonNode peer = profile.path("peers").elements().next();
        ManagedChannel channel = NettyChannelBuilder.forTarget(peer.path("url").asText().substring("grpcs://".length()))
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(new ByteArrayInputStream(
                                peer.path("tlsCACerts").path("pem").asText().getBytes(StandardCharsets.US_ASCII)))
                        .build())
                .build();
        Path user = user(data.resolve("organisations").resolve(arguments[1]));
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(arguments[2], Pem.certificate(Files.readAllBytes(only(user.resolve("msp/signcerts"))))))
                .signer(Signers.newPrivateKeySigner(Pem.privateKey(Files.readAllBytes(only(user.resolve("msp/keystore"))))))
                .hash(Hash.SHA256)
                .connection(channel)
                .connect()) {
            List<Long> processes =
                    Arrays.stream(arguments).skip(6).map(Long::valueOf).toList();
            LoadMeasurement measurement = new LoadMeasurement(
                    gateway.getNetwork(profile.path("channels").fieldNames().next()).getContract("sample"),
                    arguments[3],
                    processes);
            for (String clients : arguments[5].split(",")) {
                measurement.run(Integer.parseInt(clients), Integer.parseInt(arguments[4]));
            }
        } finally {
            channel.shutdownNow();
        }
        System.exit(0);
    }

    private static Path user(Path organisation) throws IOException {
        try (Stream<Path> users = Files.list(organisation.resolve("users"))) {
            return users.filter(user -> user.getFileName().toString().startsWith("Admin")).findFirst().orElseThrow();
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private void run(int clients, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<List<Long>> latencies = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(clients);
        AtomicLong failures = new AtomicLong();
        long start = System.nanoTime();
        long[] before = cpu();
        for (int client = 0; client < clients; client++) {
            List<Long> own = new ArrayList<>();
            latencies.add(own);
            new Thread(() -> {
                while (System.nanoTime() < end) {
                    long began = System.nanoTime();
                    try {
                        once();
                        own.add(System.nanoTime() - began);
                    } catch (Exception e) {
                        if (failures.incrementAndGet() == 1) {
                            e.printStackTrace();
                        }
                    }
                }
                done.countDown();
            }).start();
        }
        done.await();
        report(clients, (System.nanoTime() - start) / 1e9, latencies, failures.get(), before, cpu());
    }

    private void once() throws Exception {
        if (function.equals("get")) {
            contract.evaluateTransaction("get", "x");
        } else {
            contract.submitTransaction(function, "key" + keys.incrementAndGet(), DOCUMENT);
        }
    }

    private void report(int clients, double seconds, List<List<Long>> latencies, long failures, long[] before, long[] after) {
        List<Long> all = latencies.stream().flatMap(List::stream).sorted().toList();
        StringBuilder cpu = new StringBuilder();
        for (int index = 0; index < after.length; index++) {
            double millis = (after[index] - before[index]) * 1000.0 / TICKS_PER_SECOND / Math.max(1, all.size());
            cpu.append(" %.2f".formatted(millis));
        }
        System.out.printf(
                "%s %d clients: %.0f/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, failed %d; cpu ms each (client, processes):%s%n",
                function,
                clients,
                all.size() / seconds,
                at(all, 0.5),
                at(all, 0.95),
                at(all, 0.99),
                failures,
                cpu);
    }

    private static double at(List<Long> sorted, double quantile) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (quantile * (sorted.size() - 1))) / 1e6;
    }

    private long[] cpu() {
        List<Long> all = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        all.addAll(processes);
        return all.stream().mapToLong(LoadMeasurement::ticks).toArray();
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
