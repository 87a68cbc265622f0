package org.voltrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void neverMoreRequestsAreUnderWayThanThereAreClients() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Load load = new Load(5, () -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return answer(2).thenRun(underWay::decrementAndGet);
        });
        assertThat(load.run(Duration.ZERO, Duration.ofMillis(300)).count()).isPositive();
        assertThat(most.get()).isLessThanOrEqualTo(5);
        assertThat(underWay.get()).isZero();
    }

    @Test
    void latencyIsWhatARequestTakes() throws InterruptedException {
        Load.Measured measured = new Load(1, () -> answer(20)).run(Duration.ofMillis(50), Duration.ofMillis(600));
        assertThat(measured.p50()).isGreaterThanOrEqualTo(19);
        assertThat(measured.p50()).isLessThanOrEqualTo(measured.p95());
        assertThat(measured.p95()).isLessThanOrEqualTo(measured.p99());
    }

    @Test
    void aFailureEndsTheLoad() {
        Load load = new Load(3, () -> CompletableFuture.failedFuture(new IllegalStateException("no")));
        assertThatThrownBy(() -> load.run(Duration.ZERO, Duration.ofMinutes(5))).hasMessageContaining("no");
    }

    private CompletableFuture<Void> answer(int millis) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        timer.schedule(() -> answer.complete(null), millis, TimeUnit.MILLISECONDS);
        return answer;
    }
}
