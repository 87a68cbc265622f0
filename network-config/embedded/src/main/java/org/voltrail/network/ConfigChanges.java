package org.voltrail.network;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.channel.ConfigUpdates;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.orderer.Orderer;

/** Changes a channel's configuration: an update signed by administrators, ordered like any transaction. One at a time. */
final class ConfigChanges {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChannelLedger ledger;
    private final Orderer orderer;

    ConfigChanges(ChannelLedger ledger, Orderer orderer) {
        this.ledger = ledger;
        this.orderer = orderer;
    }

    /**
     * Applies a change and waits until it is in force.
     *
     * @param administrators those who consent; the first one submits
     */
    synchronized void apply(String what, Change change, List<SigningIdentity> administrators) {
        try {
            Config present = ledger.config().config();
            Envelope update = ConfigUpdates.signed(
                    ConfigUpdates.between(ledger.channelId(), present, change.of(present)),
                    administrators,
                    administrators.get(0));
            submit(what, update);
        } catch (ConfigException e) {
            throw failed(what, String.valueOf(e.getMessage()));
        }
    }

    private void submit(String what, Envelope update) {
        long before = ledger.config().sequence();
        CountDownLatch inForce = new CountDownLatch(1);
        ChannelLedger.CommitListener listener = block -> {
            if (ledger.config().sequence() > before) {
                inForce.countDown();
            }
        };
        ledger.addListener(listener);
        try {
            BroadcastResponse response = orderer.broadcast(update);
            if (response.getStatus() != Status.SUCCESS) {
                throw failed(what, response.getStatus() + " " + response.getInfo());
            }
            await(what, inForce);
        } finally {
            ledger.removeListener(listener);
        }
    }

    private static void await(String what, CountDownLatch inForce) {
        try {
            if (!inForce.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw failed(what, "the new configuration was not in force within %d s".formatted(PATIENCE.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(what, "interrupted");
        }
    }

    private static NetworkStartException failed(String what, String reason) {
        return new NetworkStartException(
                "The channel's configuration could not be changed (%s): %s".formatted(what, reason),
                "See the network's log; the configuration is as it was.");
    }

    /** A change of a configuration. */
    @FunctionalInterface
    interface Change {
        Config of(Config present) throws ConfigException;
    }
}
