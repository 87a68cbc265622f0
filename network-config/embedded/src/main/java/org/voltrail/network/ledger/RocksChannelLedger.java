package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.lifecycle.ChaincodeDefinition;

/**
 * A channel's ledger on disk: blocks in append-only files, from which the state in a RocksDB is rebuilt where it is behind or
 * missing, and private data in a RocksDB of their own. A directory belongs to one ledger at a time.
 */
public final class RocksChannelLedger implements ChannelLedger {
    private static final Logger LOG = LoggerFactory.getLogger(RocksChannelLedger.class);

    private final LedgerStorage storage;
    private final BlockWriter writer;
    private final HistoryReader history;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Tip tip;

    private RocksChannelLedger(LedgerStorage storage, BlockWriter writer, Tip tip) {
        this.storage = storage;
        this.writer = writer;
        this.history = new HistoryReader(storage.files());
        this.tip = tip;
    }

    /** As {@link #open(Path, Block, Function, LedgerSettings)} with {@link LedgerSettings#DEFAULT}. */
    public static RocksChannelLedger open(Path directory, Block genesis, Function<Config, ChannelConfig> configReader) {
        return open(directory, genesis, configReader, LedgerSettings.DEFAULT);
    }

    /**
     * Opens the ledger in a directory, or starts one there with the genesis block. What a killed process left is put in order.
     *
     * @param genesis the channel's first block
     * @param configReader reads a channel configuration
     * @throws IllegalStateException when the directory is in use
     * @throws IllegalArgumentException when the directory holds a chain with another genesis block
     * @throws LedgerCorruptException when the files are damaged
     */
    public static RocksChannelLedger open(
            Path directory, Block genesis, Function<Config, ChannelConfig> configReader, LedgerSettings settings) {
        LedgerStorage storage = LedgerStorage.open(directory, settings);
        RocksChannelLedger ledger = recover(storage, genesis, configReader);
        try {
            ledger.startWith(genesis);
            return ledger;
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private static RocksChannelLedger recover(LedgerStorage storage, Block genesis, Function<Config, ChannelConfig> configReader) {
        try {
            Tip tip = new Recovery(storage, configReader, genesis).run();
            return new RocksChannelLedger(storage, new BlockWriter(storage, configReader), tip);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private void startWith(Block genesis) {
        if (height() == 0) {
            moveTo(writer.commitGenesis(genesis, tip).tip());
        }
        Block first = block(0).orElseThrow(() -> new LedgerCorruptException("the chain has no first block"));
        if (!first.getHeader().equals(genesis.getHeader())) {
            throw new IllegalArgumentException("the directory holds a chain with another genesis block");
        }
    }

    @Override
    public String channelId() {
        return config().channelId();
    }

    @Override
    public long height() {
        return tip.height();
    }

    @Override
    public BlockchainInfo info() {
        Tip now = tip;
        return BlockchainInfo.newBuilder()
                .setHeight(now.height())
                .setCurrentBlockHash(now.hash())
                .setPreviousBlockHash(now.previousHash())
                .build();
    }

    @Override
    public ChannelConfig config() {
        return tip.view().config();
    }

    @Override
    public long lastConfigBlock() {
        return tip.lastConfigBlock();
    }

    @Override
    public Optional<ChaincodeDefinition> chaincode(String name) {
        return read(view -> view.find(name));
    }

    @Override
    public Optional<Block> block(long number) {
        return read(view -> BlockIndex.find(view, number).map(this::parseBlock));
    }

    @Override
    public Optional<Block> blockByHash(byte[] headerHash) {
        return read(view -> BlockIndex.findNumber(view, ByteString.copyFrom(headerHash)))
                .flatMap(this::block);
    }

    @Override
    public Optional<Block> blockByTxId(String txId) {
        return read(view -> BlockIndex.find(view, txId)).map(BlockIndex.Location::block).flatMap(this::block);
    }

    @Override
    public Optional<Envelope> transaction(String txId) {
        return read(view -> BlockIndex.find(view, txId).map(location -> parseEnvelope(location.envelope())));
    }

    @Override
    public Optional<TransactionStatus> status(String txId) {
        return read(view -> BlockIndex.find(view, txId)).map(location -> new TransactionStatus(location.block(), location.code()));
    }

    private Block parseBlock(FileSpan span) {
        try {
            return Block.parseFrom(storage.files().read(span));
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("a block is unreadable", e);
        }
    }

    private Envelope parseEnvelope(FileSpan span) {
        try {
            return Envelope.parseFrom(storage.files().read(span));
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("a transaction is unreadable", e);
        }
    }

    private <T> T read(Function<StateView, T> query) {
        StateView view = holdView();
        try {
            return query.apply(view);
        } finally {
            view.release();
        }
    }

    private StateView holdView() {
        StateView view = tip.view();
        while (!view.hold()) {
            if (closed.get()) {
                throw new IllegalStateException("the ledger is closed");
            }
            view = tip.view();
        }
        return view;
    }

    @Override
    public Simulator simulate(String peerMspId, String txId, String creatorMspId) {
        return new LedgerSimulator(holdView(), history, peerMspId, txId, creatorMspId);
    }

    @Override
    public void stagePrivateData(String txId, TxPvtReadWriteSet privateWrites) {
        read(view -> {
            storage.transientStore().add(txId, privateWrites, view.height());
            return view;
        });
    }

    @Override
    public Map<Integer, TxPvtReadWriteSet> privateData(long blockNumber, String mspId) {
        return read(view -> storage.privateStore().read(blockNumber, mspId));
    }

    @Override
    public Block commit(Block ordered) {
        if (failed.get() || closed.get()) {
            throw new IllegalStateException("the ledger is closed or its storage has failed");
        }
        BlockWriter.Written written = write(ordered);
        moveTo(written.tip());
        listeners.forEach(listener -> tell(listener, written.block()));
        return written.block();
    }

    private void moveTo(Tip next) {
        StateView before = tip.view();
        tip = next;
        before.release();
    }

    private BlockWriter.Written write(Block ordered) {
        try {
            return writer.commit(ordered, tip);
        } catch (LedgerFailedException e) {
            failed.set(true);
            throw e;
        }
    }

    private static void tell(CommitListener listener, Block block) {
        try {
            listener.committed(block);
        } catch (RuntimeException e) {
            LOG.warn("A commit listener failed on block {}", block.getHeader().getNumber(), e);
        }
    }

    @Override
    public void addListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(CommitListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            tip.view().release();
            storage.close();
        }
    }
}
