package org.voltrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theFiguresHaveTheFormThatRunsAreComparedIn() {
        Figures figures = new Figures();
        figures.submit(1, new Load.Measured(100, 71.234, 13.25, 20, 31.5));
        figures.submit(16, new Load.Measured(100, 900, 17, 20, 31));
        figures.evaluate(1, new Load.Measured(100, 800, 1.2, 2, 3));
        figures.batteriesPerSecond(21_000.4);
        figures.startSeconds(4.25);
        figures.bytesPerTransaction(6_543.6);
        assertThat(figures.json().toString()).isEqualTo("{\"submit\":{"
                + "\"1\":{\"tps\":71.23,\"p50_ms\":13.25,\"p95_ms\":20.0,\"p99_ms\":31.5},"
                + "\"16\":{\"tps\":900.0,\"p50_ms\":17.0,\"p95_ms\":20.0,\"p99_ms\":31.0}},"
                + "\"evaluate\":{\"1\":{\"tps\":800.0,\"p50_ms\":1.2,\"p95_ms\":2.0,\"p99_ms\":3.0}},"
                + "\"batch\":{\"batteries_per_s\":21000.4},\"start_s\":4.25,\"bytes_per_tx\":6544}");
    }

    @Test
    void aProcessThatDoesNotExistHasUsedNothing() {
        assertThat(CpuClock.seconds(Long.MAX_VALUE)).isEqualTo(OptionalDouble.empty());
    }
}
