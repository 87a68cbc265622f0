package org.voltrail.network.ledger;

import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.voltrail.network.ledger.fixture.ChannelFixture;

/** Measures simulation and commit: {@code CommitBenchmark [blocks] [transactions] [writes]}. Not a test. */
final class CommitBenchmark {
    private CommitBenchmark() {}

    public static void main(String[] args) throws Exception {
        int blocks = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        int transactions = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        int writes = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        Path directory = Files.createTempDirectory("commit-benchmark");
        try (ChannelFixture channel = ChannelFixture.in(directory)) {
            channel.deploy();
            for (int i = 0; i < blocks; i++) {
                run(channel, i, transactions, writes);
            }
        }
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void run(ChannelFixture channel, int round, int transactions, int writes) {
        Envelope[] envelopes = new Envelope[transactions];
        long simulated = System.nanoTime();
        for (int t = 0; t < transactions; t++) {
            String id = "battery" + round + "-" + t;
            envelopes[t] = channel.transaction(sim -> {
                for (int w = 0; w < writes; w++) {
                    if (w % 2 == 0) {
                        sim.getState(CHAINCODE, "\0event\0" + id + "\0" + w);
                    }
                    sim.putState(CHAINCODE, "\0event\0" + id + "\0" + w, new byte[300]);
                }
            });
        }
        simulated = System.nanoTime() - simulated;
        Block block = channel.nextBlock(envelopes);
        long cpu = processor();
        long committed = System.nanoTime();
        channel.ledger().commit(block);
        committed = System.nanoTime() - committed;
        cpu = processor() - cpu;
        System.out.printf(
                Locale.ROOT,
                "block %d: simulated and signed in %.1f ms, committed in %.1f ms with %.1f ms of processor time%n",
                round, simulated / 1e6, committed / 1e6, cpu / 1e6);
    }
}
