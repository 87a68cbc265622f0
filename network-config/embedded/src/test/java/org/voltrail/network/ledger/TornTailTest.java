package org.voltrail.network.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.ledger.fixture.ChannelFixture;

/** A process can die at any moment of writing a block. */
class TornTailTest {
    private static final String FILE = "blocks-000000";

    @TempDir
    Path directory;

    private Path ledger;
    private Path before;
    private long wholeBytes;
    private byte[] file;
    private Block last;

    /** Three blocks; a copy of the ledger without the last one; the block file with it. */
    @BeforeEach
    void write() throws IOException {
        ledger = directory.resolve("ledger");
        before = directory.resolve("before");
        try (ChannelFixture channel = ChannelFixture.in(ledger)) {
            channel.deploy();
        }
        StateRebuildTest.copy(ledger, before);
        wholeBytes = Files.size(before.resolve("blocks").resolve(FILE));
        try (ChannelFixture channel = ChannelFixture.in(ledger).noncesFrom(100)) {
            last = channel.submit(sim -> sim.putState(CHAINCODE, "battery", new byte[] {1}));
        }
        file = Files.readAllBytes(ledger.resolve("blocks").resolve(FILE));
    }

    @Test
    void aBlockCutOffAtAnyByteIsNotRead() throws IOException {
        Path blocks = directory.resolve("cut");
        Files.createDirectories(blocks);
        for (int length = (int) wholeBytes; length < file.length; length++) {
            Files.write(blocks.resolve(FILE), Arrays.copyOf(file, length));
            assertWholeBlocks(blocks, 2, length > wholeBytes);
        }
    }

    private void assertWholeBlocks(Path blocks, int expected, boolean torn) throws IOException {
        try (BlockFiles files = BlockFiles.open(blocks, BlockFiles.SEGMENT_BYTES)) {
            BlockFiles.Scan scan = files.scan(null);
            int count = 0;
            while (scan.next() != null) {
                count++;
            }
            assertThat(count).isEqualTo(expected);
            assertThat(scan.atEnd()).isEqualTo(!torn);
            assertThat(scan.atTail()).isTrue();
        }
    }

    @Test
    void aLedgerWhoseLastBlockWasCutOffGoesOnFromTheBlockBefore() throws IOException {
        for (long length = wholeBytes; length < file.length; length += Math.max(1, (file.length - wholeBytes) / 7)) {
            restore(Arrays.copyOf(file, (int) length));
            assertGoesOn();
        }
        restore(Arrays.copyOf(file, file.length - 1));
        assertGoesOn();
    }

    @Test
    void aLedgerWhoseLastBlockIsPartlyZerosGoesOnFromTheBlockBefore() throws IOException {
        int size = (int) (file.length - wholeBytes);
        for (int from : new int[] {1, 5, size / 4, size / 2, size - 200, size - 34, size - 8}) {
            byte[] zeroed = file.clone();
            Arrays.fill(zeroed, (int) wholeBytes + from, zeroed.length, (byte) 0);
            restore(zeroed);
            assertGoesOn();
        }
    }

    @Test
    void aBlockThatIsWholeIsAppliedToAStateThatDoesNotHaveIt() throws IOException {
        restore(file);
        try (ChannelFixture channel = ChannelFixture.in(ledger)) {
            assertThat(channel.ledger().height()).isEqualTo(3);
            assertThat(channel.ledger().block(2)).contains(last);
            channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "battery")).containsExactly(1));
        }
    }

    @Test
    void aDamagedBlockBeforeOthersIsReportedAndNothingIsCutOff() throws IOException {
        byte[] damaged = file.clone();
        damaged[(int) wholeBytes / 2] ^= 1;
        restore(damaged);
        StateRebuildTest.delete(ledger.resolve("state"));

        assertThatThrownBy(() -> ChannelFixture.in(ledger)).isInstanceOf(LedgerCorruptException.class);
        assertThat(ledger.resolve("blocks").resolve(FILE)).hasBinaryContent(damaged);
    }

    @Test
    void aDirectoryBelongsToOneLedgerAtATime() {
        try (ChannelFixture channel = ChannelFixture.in(ledger)) {
            assertThat(channel.ledger().height()).isEqualTo(3);
            assertThatThrownBy(() -> ChannelFixture.in(ledger)).isInstanceOf(IllegalStateException.class).hasMessageContaining("in use");
        }
    }

    private void restore(byte[] blocks) throws IOException {
        StateRebuildTest.delete(ledger);
        StateRebuildTest.copy(before, ledger);
        Files.write(ledger.resolve("blocks").resolve(FILE), blocks);
    }

    private void assertGoesOn() throws IOException {
        try (ChannelFixture channel = ChannelFixture.in(ledger).noncesFrom(200)) {
            assertThat(channel.ledger().height()).isEqualTo(2);
            channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "battery")).isNull());
            channel.submit(sim -> sim.putState(CHAINCODE, "battery", new byte[] {2}));
            channel.reopen();
            assertThat(channel.ledger().height()).isEqualTo(3);
            channel.simulate(sim -> assertThat(sim.getState(CHAINCODE, "battery")).containsExactly(2));
        }
    }
}
