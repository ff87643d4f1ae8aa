package dev.codemod.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on a terminal how far a long run is. Short runs and runs whose messages go to a file show nothing.
 *
 * <p>The bar is the library's; the console prints it, so that messages and the bar do not mix, and the library need not
 * ask the terminal for its width. Its classes are loaded when a run turns out to be long.
 */
final class Progress {
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final int WIDTH = 79;

    private final Console console;
    private final int total;
    private final long start;
    private ProgressBar bar;
    private int done;

    Progress(Console console, int total) {
        this.console = console;
        this.total = total;
        this.start = System.nanoTime();
    }

    /** Counts one more file. */
    void step() {
        done++;
        if (bar == null && console.errIsTerminal() && System.nanoTime() - start >= QUIET_NANOS) {
            bar = bar(console, total);
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    void finish() {
        if (bar != null) {
            bar.close();
        }
        console.clearStatus();
    }

    /** Returns a bar that counts files. */
    static ProgressBar bar(Console console, int total) {
        return new ProgressBarBuilder()
                .setTaskName("files")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new DelegatingProgressBarConsumer(console::status, WIDTH))
                .build();
    }
}
