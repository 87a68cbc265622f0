package org.voltrail.scenarios;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;

/**
 * Threads that register batteries and note their conditions, one command after the other, and keep book of what was said to them.
 * Each works on batteries of its own. A thread whose command fails goes on when the network answers again.
 */
final class Workload implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NOTES_TO_A_BATTERY = 10;

    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> workers = new ArrayList<>();
    private volatile boolean stopped;

    /** Starts a thread for each client. */
    Workload(List<VoltrailClient> clients) {
        clients.forEach(client -> workers.add(CompletableFuture.runAsync(() -> work(client), threads)));
    }

    /** Everything so far that the SDK has answered to, in the order of the answers. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Waits until so many more commands have been acknowledged. */
    void awaitAcknowledged(long more) {
        long target = acknowledged() + more;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
            workers.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
            return acknowledged() >= target;
        });
    }

    private long acknowledged() {
        return attempts.stream().filter(Attempt::isAcknowledged).count();
    }

    /** Lets every thread finish its command. */
    void stop() {
        stopped = true;
        workers.forEach(CompletableFuture::join);
    }

    private void work(VoltrailClient client) {
        List<String> batteries = new ArrayList<>();
        while (!stopped) {
            Attempt attempt = batteries.isEmpty() || ThreadLocalRandom.current().nextInt(NOTES_TO_A_BATTERY) == 0
                    ? register(client)
                    : note(client, batteries.get(ThreadLocalRandom.current().nextInt(batteries.size())));
            attempts.add(attempt);
            if (!attempt.isAcknowledged()) {
                awaitAnswer(client);
            } else if (attempt.command() instanceof BatteryCommand.Register) {
                batteries.add(attempt.battery());
            }
        }
    }

    private static Attempt register(VoltrailClient client) {
        BatteryRegistration pack = Batteries.pack();
        return submit(client, CommandId.fresh(), pack.id(), new BatteryCommand.Register(pack));
    }

    /** The note is the command's id, so that it is seen in the battery's history. */
    private static Attempt note(VoltrailClient client, String battery) {
        CommandId id = CommandId.fresh();
        return submit(client, id, battery, Conditions.sound(battery, id.value()));
    }

    private static Attempt submit(VoltrailClient client, CommandId id, String battery, Command<BatteryReceipt> command) {
        return new Attempt(id, battery, command, outcome(client, id, command));
    }

    /** A refusal is none of the outcomes: what has been acknowledged is there, so that there is nothing to refuse. */
    private static Attempt.Outcome outcome(VoltrailClient client, CommandId id, Command<BatteryReceipt> command) {
        try {
            return new Attempt.Acknowledged(client.submitAndWait(command, CommandOptions.NONE.withCommandId(id)));
        } catch (LedgerRefusedException e) {
            throw e;
        } catch (EndorseException e) {
            return e.attempts() == 1 ? new Attempt.NotEndorsed(e) : new Attempt.Unknown(e);
        } catch (TransactionException e) {
            return new Attempt.Unknown(e);
        }
    }

    private void awaitAnswer(VoltrailClient client) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .until(() -> stopped || client.height().toCompletableFuture().join() > 0);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
