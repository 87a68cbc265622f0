package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.ledger.BlockFiles.StoredBlock;
import org.voltrail.network.validation.BlockValidator;
import org.voltrail.network.validation.CommitHash;
import org.voltrail.network.validation.StateValue;
import org.voltrail.network.validation.ValidatedBlock;

/**
 * Brings a ledger's state up to its blocks: from the save point, or from the first block where there is none. A block that was being
 * written when the process died is cut off; a damaged block before others is not, but reported.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int REPORT_EVERY = 1000;

    private final LedgerStorage storage;
    private final Function<Config, ChannelConfig> configReader;
    private final BlockWriter writer;
    private @Nullable FileSpan last;
    private Tip tip;

    /**
     * @param genesis the channel's first block, for the configuration of a ledger without state
     */
    Recovery(LedgerStorage storage, Function<Config, ChannelConfig> configReader, Block genesis) {
        this.storage = storage;
        this.configReader = configReader;
        this.writer = new BlockWriter(storage, configReader);
        byte[] savepoint = storage.state().get(StateTable.SAVEPOINT, StateChange.SAVEPOINT);
        last = savepoint == null ? null : BlockIndex.span(savepoint);
        tip = last == null ? empty(genesis) : atSavepoint(last);
    }

    /** The tip after the last whole block. */
    Tip run() {
        try {
            applyBlocks();
            storage.privateStore().dropFrom(tip.height());
            return tip;
        } catch (RuntimeException e) {
            tip.view().release();
            throw e;
        }
    }

    private void applyBlocks() {
        BlockFiles.Scan scan = storage.files().scan(last);
        boolean more = true;
        while (more) {
            StoredBlock stored = scan.next();
            more = stored != null && applyIfWhole(stored);
            if (!more && (stored != null || !scan.atEnd())) {
                cutTail(scan);
            }
        }
    }

    private void cutTail(BlockFiles.Scan scan) {
        try {
            if (!scan.atTail()) {
                throw new LedgerCorruptException("block " + tip.height() + " is damaged, and there are blocks behind it");
            }
            storage.files().truncateAfter(last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean applyIfWhole(StoredBlock stored) {
        Block block = stored.block();
        if (!isNext(block)) {
            return false;
        }
        BlockMetadataSlots slots = BlockMetadataSlots.of(block);
        if (slots.filter().length != block.getData().getDataCount()) {
            return false;
        }
        ValidatedBlock validated = BlockValidator.replay(block, slots.filter(), tip.view());
        if (BlockWriter.hasCommitHash(block, tip) && !slots.commitHash().equals(commitHash(validated))) {
            return false;
        }
        apply(stored, validated);
        return true;
    }

    private void apply(StoredBlock stored, ValidatedBlock validated) {
        long number = stored.block().getHeader().getNumber();
        Tip before = tip;
        tip = writer.apply(stored, validated, storage.privateStore().read(number), before);
        before.view().release();
        last = stored.span();
        if (number % REPORT_EVERY == 0 && number > 0) {
            LOG.info("Applied block {} to the state again", number);
        }
    }

    private ByteString commitHash(ValidatedBlock validated) {
        return ByteString.copyFrom(CommitHash.of(validated.filter(), validated.updates(), tip.commitHash()));
    }

    private boolean isNext(Block block) {
        return block.getHeader().getNumber() == tip.height()
                && block.getHeader().getPreviousHash().equals(tip.hash())
                && block.getHeader().getDataHash().equals(Blocks.dataHash(block.getData()));
    }

    private Tip empty(Block genesis) {
        ChannelConfig config = configReader.apply(configOf(genesis));
        StateView view = new StateView(storage.state().view(), 0, config, StateView.noDefinitions());
        return new Tip(view, genesis.getHeader().getPreviousHash(), ByteString.EMPTY, ByteString.EMPTY, 0);
    }

    private static Config configOf(Block genesis) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
            return ConfigEnvelope.parseFrom(payload.getData()).getConfig();
        } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the genesis block holds no configuration", e);
        }
    }

    private Tip atSavepoint(FileSpan span) {
        Block block = read(span);
        byte[] key = StateView.publicKey("", BlockValidator.CONFIG_KEY);
        StateValue config = StateCodec.decode(storage.state().get(StateTable.PUBLIC, key));
        if (config == null) {
            throw new LedgerCorruptException("the state holds no channel configuration");
        }
        ChannelConfig inForce = configReader.apply(configOf(config));
        long height = block.getHeader().getNumber() + 1;
        StateView view = new StateView(storage.state().view(), height, inForce, StateView.noDefinitions());
        return new Tip(
                view,
                Blocks.headerHash(block.getHeader()),
                block.getHeader().getPreviousHash(),
                BlockMetadataSlots.of(block).commitHash(),
                config.version().block());
    }

    private Block read(FileSpan span) {
        try {
            return Block.parseFrom(storage.files().read(span));
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("the last applied block is unreadable", e);
        }
    }

    private static Config configOf(StateValue value) {
        try {
            return ConfigEnvelope.parseFrom(value.value()).getConfig();
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("the configuration in the state is unreadable", e);
        }
    }
}
