package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.channel.BlockSignatures;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.validation.BlockValidator;
import org.voltrail.network.validation.CheckedTransaction;
import org.voltrail.network.validation.CommitHash;
import org.voltrail.network.validation.ValidatedBlock;

/** Writes blocks and what they change, each on top of the tip before it. Used by one thread at a time. */
final class BlockWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BlockWriter.class);

    private final LedgerStorage storage;
    private final Function<Config, ChannelConfig> configReader;

    BlockWriter(LedgerStorage storage, Function<Config, ChannelConfig> configReader) {
        this.storage = storage;
        this.configReader = configReader;
    }

    /** A block with its complete metadata and the tip after it. */
    record Written(Block block, Tip tip) {}

    /** Validates and commits an ordered block. */
    Written commit(Block ordered, Tip tip) {
        long start = System.nanoTime();
        checkChained(ordered, tip);
        if (!BlockSignatures.verify(ordered, tip.view().config())) {
            throw new IllegalArgumentException("block " + tip.height() + " is not signed by the channel's orderers");
        }
        ValidatedBlock validated = new BlockValidator(new LedgerContext(tip.view())).validate(ordered);
        checkConfig(validated, tip);
        long judged = System.nanoTime();
        Written written = write(ordered, validated, tip);
        LOG.debug(
                "Block {} with {} transactions: validated in {} ms, committed in {} ms",
                tip.height(),
                validated.transactions().size(),
                TimeUnit.NANOSECONDS.toMillis(judged - start),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - judged));
        return written;
    }

    /** Commits the genesis block, which is taken as it is. */
    Written commitGenesis(Block genesis, Tip tip) {
        byte[] filter = new byte[genesis.getData().getDataCount()];
        return write(genesis, BlockValidator.replay(genesis, filter, tip.view()), tip);
    }

    private Written write(Block ordered, ValidatedBlock validated, Tip tip) {
        Block block = complete(ordered, validated, tip);
        List<PrivateWrites> privateWrites = stagedWrites(validated, tip);
        Collections collections = new Collections(tip.view());
        long number = block.getHeader().getNumber();
        if (!privateWrites.isEmpty()) {
            storage.privateStore().prepare(number, privateWrites, set -> expiry(collections, number, set));
        }
        Tip next = apply(append(block), validated, privateWrites, tip);
        storage.transientStore().blockCommitted(next.height(), validated.transactions().stream().map(CheckedTransaction::txId).toList());
        return new Written(block, next);
    }

    private static long expiry(Collections collections, long block, PrivateWrites set) {
        return collections.find(set.namespace(), set.collection()).map(coll -> coll.expiryOf(block)).orElse(-1L);
    }

    private BlockFiles.StoredBlock append(Block block) {
        try {
            return new BlockFiles.StoredBlock(block, storage.files().append(block.toByteArray()));
        } catch (IOException e) {
            throw new LedgerFailedException("block " + block.getHeader().getNumber() + " could not be written", e);
        }
    }

    private static void checkChained(Block block, Tip tip) {
        if (block.getHeader().getNumber() != tip.height()) {
            throw new IllegalArgumentException(
                    "block " + block.getHeader().getNumber() + " cannot follow a chain of " + tip.height() + " blocks");
        }
        if (!block.getHeader().getPreviousHash().equals(tip.hash())) {
            throw new IllegalArgumentException("block " + tip.height() + " names another previous block");
        }
        if (!block.getHeader().getDataHash().equals(Blocks.dataHash(block.getData()))) {
            throw new IllegalArgumentException("the data of block " + tip.height() + " do not have the hash that its header says");
        }
    }

    /** A configuration must follow from the one in force by an update that its policies allow. */
    private static void checkConfig(ValidatedBlock validated, Tip tip) {
        for (CheckedTransaction tx : validated.transactions()) {
            if (tx.isValid() && tx.config().isPresent()) {
                try {
                    tip.view().config().apply(tx.config().get().envelope());
                } catch (ConfigException e) {
                    throw new IllegalArgumentException(
                            "error validating config which passed initial validity checks: " + e.getMessage(), e);
                }
            }
        }
    }

    private static Block complete(Block ordered, ValidatedBlock validated, Tip tip) {
        byte[] filter = validated.filter();
        BlockMetadataSlots slots = BlockMetadataSlots.of(ordered).filter(filter).lastConfigIfMissing(lastConfig(validated, tip));
        if (hasCommitHash(ordered, tip)) {
            slots.commitHash(ByteString.copyFrom(CommitHash.of(filter, validated.updates(), tip.commitHash())));
        }
        return slots.into(ordered);
    }

    /** Every block has one but the genesis block. */
    static boolean hasCommitHash(Block block, Tip tip) {
        return block.getHeader().getNumber() == 1 || !tip.commitHash().isEmpty();
    }

    private static long lastConfig(ValidatedBlock validated, Tip tip) {
        return config(validated).isPresent() ? tip.height() : tip.lastConfigBlock();
    }

    private static Optional<Config> config(ValidatedBlock validated) {
        return validated.transactions().stream()
                .filter(CheckedTransaction::isValid)
                .flatMap(tx -> tx.config().stream())
                .map(config -> config.envelope().getConfig())
                .reduce((earlier, later) -> later);
    }

    /** Of the staged plaintext what the block's valid transactions say by its hash. */
    private List<PrivateWrites> stagedWrites(ValidatedBlock validated, Tip tip) {
        List<PrivateWrites> writes = new ArrayList<>();
        Collections collections = new Collections(tip.view());
        for (CheckedTransaction tx : validated.transactions()) {
            if (tx.isValid() && tx.rwset().isPresent()) {
                addStagedWrites(writes, collections, tx, tx.rwset().get());
            }
        }
        return writes;
    }

    private void addStagedWrites(List<PrivateWrites> writes, Collections collections, CheckedTransaction tx, TxRwSet rwset) {
        List<TxPvtReadWriteSet> staged = null;
        for (TxRwSet.Namespace ns : rwset.namespaces()) {
            for (TxRwSet.Collection coll : ns.collections()) {
                if (!coll.privateHash().isEmpty()) {
                    staged = staged != null ? staged : storage.transientStore().find(tx.txId());
                    Optional<ByteString> writeSet = matching(staged, ns.name(), coll);
                    Optional<Collections.Collection> config = collections.find(ns.name(), coll.name());
                    if (writeSet.isPresent() && config.isPresent()) {
                        writes.add(new PrivateWrites(
                                tx.index(), ns.name(), coll.name(), writeSet.get(), config.get().members()));
                    }
                }
            }
        }
    }

    private static Optional<ByteString> matching(List<TxPvtReadWriteSet> staged, String namespace, TxRwSet.Collection coll) {
        return staged.stream()
                .flatMap(set -> set.getNsPvtRwsetList().stream())
                .filter(ns -> ns.getNamespace().equals(namespace))
                .map(NsPvtReadWriteSet::getCollectionPvtRwsetList)
                .flatMap(List::stream)
                .filter(set -> set.getCollectionName().equals(coll.name()))
                .map(CollectionPvtReadWriteSet::getRwset)
                .filter(bytes -> Hashes.of(bytes).equals(coll.privateHash()))
                .findFirst();
    }

    /** Applies a block that is on the disk to the state. */
    Tip apply(BlockFiles.StoredBlock stored, ValidatedBlock validated, List<PrivateWrites> privateWrites, Tip tip) {
        long number = stored.block().getHeader().getNumber();
        try (Database<StateTable>.Batch batch = storage.state().batch()) {
            new StateChange(batch, tip.view(), storage.privateStore(), stored, validated).prepare(privateWrites);
            storage.state().write(batch);
        }
        StateChange.purges(number, validated)
                .forEach(purge -> storage.privateStore().purge(purge.namespace(), purge.collection(), purge.keyHash(), purge.version()));
        storage.privateStore().expire(number);
        return next(stored.block(), validated, tip);
    }

    private Tip next(Block block, ValidatedBlock validated, Tip tip) {
        ChannelConfig config = config(validated).map(configReader).orElse(tip.view().config());
        boolean sameDefinitions = !validated.updates().touches(StoredDefinitions.NAMESPACE);
        StateView view = new StateView(
                storage.state().view(),
                tip.height() + 1,
                config,
                sameDefinitions ? tip.view().knownDefinitions() : StateView.noDefinitions());
        return new Tip(
                view,
                Blocks.headerHash(block.getHeader()),
                block.getHeader().getPreviousHash(),
                BlockMetadataSlots.of(block).commitHash(),
                lastConfig(validated, tip));
    }
}
