package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;

class ConcurrentReadsTest {
    private static final int READERS = 3;
    private static final byte BLOCKS = 60;

    @TempDir
    Path directory;

    @Test
    void simulationsSeeWholeBlocksWhileBlocksAreCommitted() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        AtomicBoolean done = new AtomicBoolean();
        try (ChannelFixture channel = ChannelFixture.in(directory)) {
            channel.deploy();
            put(channel, (byte) 0);
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                counts.add(readers.submit(() -> readUntil(done, channel.ledger())));
            }
            for (byte i = 1; i <= BLOCKS; i++) {
                put(channel, i);
            }
            done.set(true);
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static void put(ChannelFixture channel, byte value) {
        channel.commit(
                channel.transaction(sim -> sim.putState(CHAINCODE, "a", new byte[] {value})),
                channel.transaction(sim -> sim.putState(CHAINCODE, "b", new byte[] {value})));
    }

    private static int readUntil(AtomicBoolean done, ChannelLedger ledger) throws LedgerException {
        int count = 0;
        byte last = 0;
        while (!done.get() || count == 0) {
            try (Simulator simulator = ledger.simulate("Org1MSP", "tx", "Org1MSP")) {
                byte a = simulator.getState(CHAINCODE, "a")[0];
                Thread.yield();
                assertThat(simulator.getState(CHAINCODE, "b")[0]).isEqualTo(a);
                assertThat(a).isGreaterThanOrEqualTo(last);
                last = a;
                count++;
            }
        }
        return count;
    }

    @Test
    void aClosedLedgerAnswersWithAnExceptionNotWithACrash() {
        ChannelFixture channel = ChannelFixture.in(directory);
        channel.deploy();
        channel.close();

        assertThatIllegalStateException().isThrownBy(() -> channel.ledger().block(0));
        assertThatIllegalStateException().isThrownBy(() -> channel.ledger().simulate("Org1MSP", "tx", "Org1MSP"));
        assertThatIllegalStateException().isThrownBy(() -> channel.ledger().privateData(0, "Org1MSP"));
    }

    @Test
    void closingWaitsForASimulationThatIsStillReading() throws Exception {
        ChannelFixture channel = ChannelFixture.in(directory);
        channel.deploy();
        Simulator open = channel.ledger().simulate("Org1MSP", "tx", "Org1MSP");
        ExecutorService closer = Executors.newSingleThreadExecutor();
        try {
            Future<?> closing = closer.submit(channel::close);
            assertThat(open.getState("_lifecycle", "namespaces/fields/voltrail/Sequence")).isNotNull();
            assertThat(closing.isDone()).isFalse();
            open.close();
            closing.get();
        } finally {
            closer.shutdownNow();
        }
    }
}
