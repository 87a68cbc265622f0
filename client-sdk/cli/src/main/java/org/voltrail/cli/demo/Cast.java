package org.voltrail.cli.demo;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.Committed;

/** Who acts: a client for each organisation. Safe for use by several threads. */
final class Cast {

    private final VoltrailClient manufacturer;
    private final VoltrailClient carrier;
    private final VoltrailClient recycler;
    private final VoltrailClient regulator;
    private final AtomicLong lastBlock = new AtomicLong();
    private final AtomicLong transactions = new AtomicLong();

    Cast(VoltrailClient manufacturer, VoltrailClient carrier, VoltrailClient recycler, VoltrailClient regulator) {
        this.manufacturer = manufacturer;
        this.carrier = carrier;
        this.recycler = recycler;
        this.regulator = regulator;
    }

    VoltrailClient manufacturer() {
        return manufacturer;
    }

    VoltrailClient carrier() {
        return carrier;
    }

    VoltrailClient recycler() {
        return recycler;
    }

    VoltrailClient regulator() {
        return regulator;
    }

    String msp(VoltrailClient client) {
        return client.identity().mspId();
    }

    /** Notes a transaction. */
    <R> R note(Committed<R> committed) {
        lastBlock.accumulateAndGet(committed.blockNumber(), Math::max);
        transactions.incrementAndGet();
        return committed.result();
    }

    /** The last block that a transaction of this run is in. */
    long lastBlock() {
        return lastBlock.get();
    }

    long transactions() {
        return transactions.get();
    }

    /** Waits until every organisation's peer has seen what the others did. */
    void catchUp() {
        long block = lastBlock.get();
        List.of(manufacturer, carrier, recycler, regulator).stream()
                .map(client -> client.awaitBlock(block).toCompletableFuture())
                .toList()
                .forEach(CompletableFuture::join);
    }
}
