package org.voltrail.network.node;

import java.time.Clock;
import org.voltrail.network.deliver.BlockFeed;
import org.voltrail.network.gateway.CommitNotifier;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.orderer.ChannelOrderer;

/** One channel as it runs: its ledger, who is told of its blocks, and what orders it. */
final class ChannelNode implements AutoCloseable {
    private final ChannelLedger ledger;
    private final BlockFeed feed;
    private final CommitNotifier notifier;
    private final ChannelOrderer orderer;

    ChannelNode(ChannelLedger ledger, SigningIdentity ordererIdentity, Clock clock) {
        this.ledger = ledger;
        this.feed = new BlockFeed(ledger);
        this.notifier = new CommitNotifier(feed);
        this.orderer = new ChannelOrderer(ledger, ordererIdentity, clock);
    }

    ChannelLedger ledger() {
        return ledger;
    }

    BlockFeed feed() {
        return feed;
    }

    CommitNotifier notifier() {
        return notifier;
    }

    ChannelOrderer orderer() {
        return orderer;
    }

    /** Stops ordering, lets the last block be told of, and closes the ledger. */
    @Override
    public void close() {
        orderer.close();
        feed.close();
        ledger.close();
    }
}
