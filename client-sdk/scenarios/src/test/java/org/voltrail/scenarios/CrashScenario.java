package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.voltrail.cli.trace.ChainCheck;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.paging.Pages;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.scenarios.network.NetworkProcess;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/**
 * The network's process is killed again and again while clients are at work. Some of them repeat what fails, others give up at once,
 * so that for some commands nobody knows whether they were carried out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrashScenario {
    private static final int CRASHES = Integer.getInteger("voltrail.crashes", 5);
    private static final int THREADS = 8;
    private static final int JUST_BEFORE = 10;
    private static final RetryPolicy UNTIL_IT_IS_BACK =
            RetryPolicy.DEFAULT.withAttempts(1_000).withPauses(Duration.ofMillis(20), Duration.ofMillis(500));

    private NetworkProcess network;
    private People people;
    private VoltrailClient patient;
    private VoltrailClient impatient;
    private List<Attempt> attempts;
    private BlockChain chain;

    @BeforeAll
    void crashAgainAndAgain() {
        assumeThat(System.getProperty("voltrail.network", "")).as("somebody else's network is not killed").isBlank();
        network = NetworkProcess.start();
        people = new People(network).settle();
        LedgerIdentity clerk = people.enrol(Party.MANUFACTURER, Role.MANUFACTURER);
        patient = VoltrailClient.connect(network.profile(), clerk, ClientOptions.DEFAULT.withRetry(UNTIL_IT_IS_BACK));
        impatient = VoltrailClient.connect(network.profile(), clerk, ClientOptions.DEFAULT.withRetry(RetryPolicy.NONE));
        try (Workload workload = new Workload(IntStream.range(0, THREADS).mapToObj(i -> i % 2 == 0 ? patient : impatient).toList())) {
            IntStream.range(0, CRASHES).forEach(i -> crash(workload));
            workload.awaitAcknowledged(THREADS);
            workload.stop();
            attempts = workload.attempts();
        }
        chain = BlockChain.read(patient);
    }

    private void crash(Workload workload) {
        workload.awaitAcknowledged(ThreadLocalRandom.current().nextInt(20, 100));
        network.kill();
        List<Attempt> before = workload.attempts().stream().filter(Attempt::isAcknowledged).toList();
        network.restart();
        before.stream().skip(Math.max(0, before.size() - JUST_BEFORE)).forEach(this::isStillThere);
    }

    private void isStillThere(Attempt attempt) {
        assertThat(new Steps(patient).status(attempt.committed().transactionId())).isEqualTo(attempt.committed().blockNumber());
        assertThat(get(attempt.battery()).seq()).isGreaterThanOrEqualTo(attempt.committed().result().seq());
    }

    @AfterAll
    void stop() throws IOException {
        for (VoltrailClient client : new VoltrailClient[] {patient, impatient}) {
            if (client != null) {
                client.close();
            }
        }
        if (people != null) {
            people.close();
        }
        if (network != null) {
            network.close();
        }
    }

    @Test
    void everyAcknowledgedTransactionIsValidInTheBlockThatWasNamed() {
        Map<String, Long> valid = chain.entries().stream()
                .filter(entry -> entry.verdict() == TxValidationCode.VALID)
                .collect(Collectors.toMap(BlockChain.Entry::transactionId, BlockChain.Entry::block, (one, other) -> -1L));
        assertThat(acknowledged()).isNotEmpty().allSatisfy(attempt -> assertThat(valid)
                .containsEntry(attempt.committed().transactionId(), attempt.committed().blockNumber()));
    }

    @Test
    void everyAcknowledgedCommandHadItsEffectOnce() {
        Map<String, Long> effects = effects(chain);
        assertThat(acknowledged()).allSatisfy(attempt -> assertThat(effects).containsEntry(attempt.commandId().value(), 1L));
    }

    @Test
    void whatWasNotEndorsedHadNoEffect() {
        assertThat(effects(chain)).doesNotContainKeys(attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Attempt.NotEndorsed)
                .map(attempt -> attempt.commandId().value())
                .toArray(String[]::new));
    }

    @Test
    void whatWasUnderWayHappenedOnceOrNotAtAll() {
        Map<String, Long> effects = effects(chain);
        assertThat(attempts.stream().filter(attempt -> attempt.outcome() instanceof Attempt.Unknown))
                .allSatisfy(attempt -> assertThat(effects.getOrDefault(attempt.commandId().value(), 0L)).isLessThanOrEqualTo(1));
    }

    @Test
    void repeatingEveryCommandMakesEachHappenExactlyOnce() {
        List<CompletableFuture<BatteryReceipt>> answers = attempts.stream().map(this::repeated).toList();
        for (int i = 0; i < answers.size(); i++) {
            BatteryReceipt answer = answers.get(i).join();
            if (attempts.get(i).isAcknowledged()) {
                assertThat(answer).isEqualTo(attempts.get(i).committed().result());
            }
        }
        Map<String, Long> effects = effects(BlockChain.read(patient));
        assertThat(attempts).allSatisfy(attempt -> assertThat(effects).containsEntry(attempt.commandId().value(), 1L));
    }

    @Test
    void everyBatteryTellsOfAllThatHappenedToItAndOfNothingTwice() {
        assertThat(byBattery(Attempt::isAcknowledged)).isNotEmpty().allSatisfy((battery, acknowledged) -> {
            Battery record = get(battery);
            List<BatteryEvent> events = Pages.history(patient, battery, false).toList();
            ChainCheck check = new ChainCheck(record, false);
            assertThat(events).allMatch(check::follows);
            assertThat(check.complete()).isTrue();
            assertThat(events.stream().skip(1).map(event -> event.data().get("note").textValue()))
                    .doesNotHaveDuplicates()
                    .containsAll(notes(acknowledged))
                    .isSubsetOf(notes(byBattery(attempt -> true).get(battery)));
        });
    }

    private CompletableFuture<BatteryReceipt> repeated(Attempt attempt) {
        return patient.submit(attempt.command(), CommandOptions.NONE.withCommandId(attempt.commandId()))
                .thenApply(Committed::result)
                .toCompletableFuture();
    }

    private static List<String> notes(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> !(attempt.command() instanceof BatteryCommand.Register))
                .map(attempt -> attempt.commandId().value())
                .toList();
    }

    private Stream<Attempt> acknowledged() {
        return attempts.stream().filter(Attempt::isAcknowledged);
    }

    private Map<String, List<Attempt>> byBattery(Predicate<Attempt> which) {
        return attempts.stream().filter(which).collect(Collectors.groupingBy(Attempt::battery, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, Long> effects(BlockChain chain) {
        return chain.entries().stream()
                .flatMap(entry -> entry.events().stream())
                .map(event -> String.valueOf(event.commandId()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Battery get(String battery) {
        return patient.evaluate(new BatteryQuery.Get(battery));
    }
}
