package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.ledger.CommittingProcess.Recorded;
import org.voltrail.network.ledger.CommittingProcess.Staged;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.ledger.fixture.RandomWork;

/** A process is killed over and over while it commits; what it had acknowledged must be there, and the rest as if nothing had happened. */
class KilledProcessTest {
    private static final int BLOCKS = 150;
    private static final int KILLS = 5;

    @TempDir
    Path directory;

    private final List<Recorded> recorded = new ArrayList<>();
    private final List<Staged> staged = new ArrayList<>();
    private final Random random = new Random(7);

    @Test
    void nothingAcknowledgedIsLostAndTheStateIsThatOfALedgerThatWasNeverKilled() throws Exception {
        Path recording = directory.resolve("recording");
        Path reference = directory.resolve("reference");
        Path victim = directory.resolve("victim");
        record(reference);
        CommittingProcess.write(recording, recorded);

        long acknowledged = 0;
        for (int i = 0; i < KILLS; i++) {
            acknowledged = Math.max(acknowledged, commitUntilKilled(recording, victim, 5 + random.nextInt(BLOCKS / KILLS)));
            assertHeld(victim, acknowledged);
        }
        commitUntilKilled(recording, victim, Integer.MAX_VALUE);

        assertHeld(victim, recorded.size() - 1);
        assertThat(LedgerDump.state(victim)).isEqualTo(LedgerDump.state(reference));
        assertThat(LedgerDump.privateData(victim)).isEqualTo(LedgerDump.privateData(reference));
    }

    /** Records blocks as the orderer gives them, with their private data, while a ledger that nobody kills takes them in. */
    private void record(Path reference) {
        try (ChannelFixture channel = ChannelFixture.in(reference, new LedgerSettings(64 << 10, 1 << 20))) {
            recorded.add(new Recorded(channel.ledger().block(0).orElseThrow(), List.of()));
            channel.onBlock(block -> recorded.add(new Recorded(block, List.copyOf(staged))));
            channel.onStaging((txId, writes) -> staged.add(new Staged(txId, writes)));
            RandomWork.deploy(channel);
            RandomWork work = new RandomWork(channel, 1);
            for (int i = 0; i < BLOCKS; i++) {
                staged.clear();
                Envelope[] transactions = work.transactions();
                channel.commit(transactions);
            }
        }
    }

    /** Runs the process and kills it when it has acknowledged some blocks; the last number acknowledged. */
    private long commitUntilKilled(Path recording, Path victim, int blocks) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        recording.toString(),
                        victim.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader out = process.inputReader()) {
            int count = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("committed ")) {
                    last = Long.parseLong(line.substring("committed ".length()));
                    if (++count == blocks) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        return last;
    }

    private void assertHeld(Path victim, long acknowledged) {
        try (ChannelLedger ledger = CommittingProcess.open(victim, recorded.get(0).block())) {
            assertThat(ledger.height()).isGreaterThan(acknowledged);
            Block before = recorded.get(0).block();
            for (long i = 1; i < ledger.height(); i++) {
                Block block = ledger.block(i).orElseThrow();
                assertThat(block.getHeader()).isEqualTo(recorded.get((int) i).block().getHeader());
                assertThat(block.getHeader().getPreviousHash()).isEqualTo(Blocks.headerHash(before.getHeader()));
                before = block;
            }
        }
    }
}
