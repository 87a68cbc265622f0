package org.voltrail.network.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ConfigException;

/**
 * A process that commits recorded blocks to a ledger, from wherever the ledger stands, and says the number of each block that is
 * committed: {@code CommittingProcess <recording> <ledger>}. It is there to be killed.
 */
final class CommittingProcess {
    private CommittingProcess() {}

    /** A block as it came from the orderer, with the private data that had been endorsed for it. */
    record Recorded(Block block, List<Staged> staged) {}

    /** The private writes of a transaction. */
    record Staged(String txId, TxPvtReadWriteSet writes) {}

    static void write(Path file, List<Recorded> blocks) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Recorded recorded : blocks) {
                recorded.block.writeDelimitedTo(out);
                out.write(recorded.staged.size());
                for (Staged staged : recorded.staged) {
                    com.google.protobuf.StringValue.of(staged.txId).writeDelimitedTo(out);
                    staged.writes.writeDelimitedTo(out);
                }
            }
        }
    }

    static List<Recorded> read(Path file) throws IOException {
        List<Recorded> blocks = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (Block block = Block.parseDelimitedFrom(in); block != null; block = Block.parseDelimitedFrom(in)) {
                List<Staged> staged = new ArrayList<>();
                for (int count = in.read(); count > 0; count--) {
                    String txId = com.google.protobuf.StringValue.parseDelimitedFrom(in).getValue();
                    staged.add(new Staged(txId, TxPvtReadWriteSet.parseDelimitedFrom(in)));
                }
                blocks.add(new Recorded(block, staged));
            }
        }
        return blocks;
    }

    static ChannelLedger open(Path ledger, Block genesis) {
        return RocksChannelLedger.open(ledger, genesis, CommittingProcess::config, new LedgerSettings(64 << 10, 1 << 20));
    }

    private static ChannelConfig config(Config config) {
        try {
            return ChannelConfig.of(org.voltrail.network.ledger.fixture.ChannelFixture.CHANNEL, config);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static void main(String[] args) throws IOException {
        List<Recorded> blocks = read(Path.of(args[0]));
        try (ChannelLedger ledger = open(Path.of(args[1]), blocks.get(0).block)) {
            for (int i = (int) ledger.height(); i < blocks.size(); i++) {
                blocks.get(i).staged.forEach(staged -> ledger.stagePrivateData(staged.txId, staged.writes));
                ledger.commit(blocks.get(i).block);
                System.out.println("committed " + i);
            }
        }
    }
}
