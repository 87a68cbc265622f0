package org.voltrail.network.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.voltrail.network.deliver.BlockFeed;
import org.voltrail.network.deliver.CommittedBlock;
import org.voltrail.network.deliver.CommittedTransaction;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.TransactionStatus;

/** Tells when transactions of a channel are committed. Thread-safe. */
public final class CommitNotifier {
    private final ChannelLedger ledger;
    private final Map<String, List<Subscription>> waiting = new ConcurrentHashMap<>();

    /** Learns of commits from {@code feed}. */
    public CommitNotifier(BlockFeed feed) {
        this.ledger = feed.ledger();
        feed.addListener(this::committed);
    }

    /**
     * Has {@code listener} told once of the transaction's status: at once when it is committed already, otherwise when it is. The
     * subscription stands before the ledger is asked, so that no commit slips through.
     */
    Subscription subscribe(String txId, Consumer<TransactionStatus> listener) {
        Subscription subscription = new Subscription(this, txId, listener);
        waiting.compute(txId, (id, others) -> with(others == null ? List.of() : others, subscription));
        Optional<TransactionStatus> known = ledger.status(txId);
        known.ifPresent(status -> {
            subscription.cancel();
            subscription.tell(status);
        });
        return subscription;
    }

    private static List<Subscription> with(List<Subscription> others, Subscription subscription) {
        List<Subscription> all = new ArrayList<>(others.size() + 1);
        all.addAll(others);
        all.add(subscription);
        return all;
    }

    private void committed(CommittedBlock block) {
        if (waiting.isEmpty()) {
            return;
        }
        for (CommittedTransaction transaction : block.transactions()) {
            List<Subscription> subscriptions = waiting.remove(transaction.txId());
            if (subscriptions != null) {
                tell(subscriptions, block.number(), transaction);
            }
        }
    }

    private void tell(List<Subscription> subscriptions, long blockNumber, CommittedTransaction transaction) {
        TransactionStatus status = new TransactionStatus(blockNumber, transaction.code());
        subscriptions.forEach(subscription -> subscription.tell(status));
    }

    private void remove(Subscription subscription) {
        waiting.computeIfPresent(subscription.txId, (id, all) -> {
            List<Subscription> left = all.stream().filter(other -> other != subscription).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** A wish to learn of one transaction's commit. */
    static final class Subscription {
        private final CommitNotifier notifier;
        private final String txId;
        private final Consumer<TransactionStatus> listener;
        private boolean told;

        private Subscription(CommitNotifier notifier, String txId, Consumer<TransactionStatus> listener) {
            this.notifier = notifier;
            this.txId = txId;
            this.listener = listener;
        }

        /** Gives up. */
        void cancel() {
            notifier.remove(this);
        }

        private void tell(TransactionStatus status) {
            synchronized (this) {
                if (told) {
                    return;
                }
                told = true;
            }
            listener.accept(status);
        }
    }
}
