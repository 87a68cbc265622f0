package org.voltrail.cli.battery;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.bulk.ImportProgress;
import org.voltrail.cli.console.Console;

/**
 * A progress bar on standard error over the bytes of the input, with the batteries counted beside it. Where nobody watches, because
 * the output goes into a file, it moves every ten seconds only.
 */
final class ProgressLine implements ImportProgress, AutoCloseable {

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts a bar, unless remarks are not wanted. */
    static ProgressLine start(Console console, long bytes) {
        return new ProgressLine(console.quiet() ? null : new ProgressBarBuilder()
                .setTaskName("register")
                .setInitialMax(bytes)
                .setUnit(" kB", 1000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(System.console() == null ? 10_000 : 250)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 100))
                .build());
    }

    @Override
    public void advanced(long bytes, long registered, long refused) {
        if (bar != null) {
            bar.stepTo(bytes);
            bar.setExtraMessage(" %,d registered%s".formatted(registered, refused == 0 ? "" : ", %,d refused".formatted(refused)));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
