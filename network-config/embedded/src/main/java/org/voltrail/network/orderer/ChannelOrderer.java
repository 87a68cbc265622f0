package org.voltrail.network.orderer;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.channel.Envelopes;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.wire.ParsedEnvelope;

/**
 * Orders one channel. Envelopes are checked on the caller's thread; one thread cuts blocks and commits them: a lone transaction has its
 * block at once, and what comes while a block is being written makes up the next one.
 */
public final class ChannelOrderer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelOrderer.class);
    private static final long STOP_MILLIS = 30_000;
    private static final int ORDERER_TRANSACTION = 4;

    private final ChannelLedger ledger;
    private final SigningIdentity identity;
    private final BroadcastFilter filter;
    private final BlockCutter cutter = new BlockCutter();
    private final Thread writer;
    private volatile @Nullable Throwable failure;
    private volatile boolean closing;

    /** Orders the channel of {@code ledger}, which has its genesis block at least. */
    public ChannelOrderer(ChannelLedger ledger, SigningIdentity identity, Clock clock) {
        this.ledger = ledger;
        this.identity = identity;
        this.filter = new BroadcastFilter(clock);
        Block last = ledger.block(ledger.height() - 1).orElseThrow();
        BlockAssembler assembler = new BlockAssembler(identity, last, ledger.lastConfigBlock());
        this.writer = new Thread(() -> writeBlocks(assembler), "orderer-" + ledger.channelId());
        writer.setDaemon(true);
        writer.start();
    }

    /** The channel's ledger. */
    public ChannelLedger ledger() {
        return ledger;
    }

    /**
     * Takes an envelope for ordering. When this returns, it will be in a block unless the process dies first.
     *
     * @throws OrderingException when it is refused
     */
    public void order(ParsedEnvelope envelope) throws OrderingException {
        ChannelConfig config = ledger.config();
        switch (envelope.channelHeader().getType()) {
            case HeaderType.CONFIG_UPDATE_VALUE -> orderConfigUpdate(envelope, config);
            case HeaderType.CONFIG_VALUE ->
                throw new OrderingException(Status.BAD_REQUEST, "message is of type that cannot be processed directly");
            case ORDERER_TRANSACTION ->
                throw new OrderingException(Status.BAD_REQUEST, "message is of type that is no longer supported");
            default -> {
                filter.check(envelope, config);
                enqueue(new PendingEnvelope(envelope.envelope(), config, false));
            }
        }
    }

    private void orderConfigUpdate(ParsedEnvelope update, ChannelConfig config) throws OrderingException {
        try {
            filter.check(update, config);
        } catch (OrderingException e) {
            throw new OrderingException(
                    e.status(), "config update for existing channel did not pass initial checks: " + e.getMessage());
        }
        enqueue(configEnvelope(update.envelope(), config));
    }

    private PendingEnvelope configEnvelope(Envelope update, ChannelConfig config) throws OrderingException {
        try {
            ConfigEnvelope proposed = config.propose(update);
            Envelope envelope = Envelopes.signed(HeaderType.CONFIG, ledger.channelId(), proposed.toByteString(), identity);
            return new PendingEnvelope(envelope, config, true);
        } catch (ConfigException e) {
            throw new OrderingException(
                    Status.BAD_REQUEST,
                    "error applying config update to existing channel '%s': %s".formatted(ledger.channelId(), e.getMessage()));
        }
    }

    private void enqueue(PendingEnvelope envelope) throws OrderingException {
        Throwable broken = failure;
        if (broken != null) {
            throw new OrderingException(Status.SERVICE_UNAVAILABLE, "the ledger can no longer be written: " + broken);
        }
        if (closing) {
            throw new OrderingException(Status.SERVICE_UNAVAILABLE, "the orderer is stopping");
        }
        cutter.add(envelope);
    }

    private void writeBlocks(BlockAssembler assembler) {
        try {
            List<PendingEnvelope> batch = cutter.take(ledger.config().batch());
            while (!batch.isEmpty()) {
                commit(assembler, batch);
                batch = cutter.take(ledger.config().batch());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("Channel {} can no longer be written; restart the network", ledger.channelId(), e);
        }
    }

    private void commit(BlockAssembler assembler, List<PendingEnvelope> batch) {
        PendingEnvelope first = batch.get(0);
        if (first.isConfig() && first.checkedAgainst().sequence() != ledger.config().sequence()) {
            reconsider(assembler, first);
        } else {
            ledger.commit(assembler.assemble(batch));
        }
    }

    /** Another update came first: this one is applied to what that one made. */
    private void reconsider(BlockAssembler assembler, PendingEnvelope stale) {
        try {
            ConfigEnvelope proposed = ConfigEnvelope.parseFrom(ParsedEnvelope.of(stale.envelope()).payload().getData());
            ledger.commit(assembler.assemble(List.of(configEnvelope(proposed.getLastUpdate(), ledger.config()))));
        } catch (OrderingException | InvalidProtocolBufferException e) {
            LOG.warn("A configuration update of channel {} was overtaken and no longer fits: {}", ledger.channelId(), e.getMessage());
        }
    }

    /** Writes what has been taken and stops. */
    @Override
    public void close() {
        closing = true;
        cutter.close();
        try {
            writer.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
