package dev.codemod.cli;

/**
 * Shows on a terminal how far a long run is. Short runs and runs whose messages go to a file show nothing.
 *
 * <p>A library would do, but those for Java find out about the terminal by starting processes or loading native code,
 * which costs more than most runs take.
 */
final class Progress {
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long INTERVAL_NANOS = 100_000_000L;
    private static final int BAR_WIDTH = 30;

    private final Console console;
    private final int total;
    private final long start;
    private long lastShown;
    private int done;

    Progress(Console console, int total) {
        this.console = console;
        this.total = total;
        this.start = System.nanoTime();
    }

    /** Counts one more file. */
    void step() {
        done++;
        if (!console.errIsTerminal()) {
            return;
        }
        long now = System.nanoTime();
        if (now - start >= QUIET_NANOS && now - lastShown >= INTERVAL_NANOS) {
            lastShown = now;
            console.status(line(done, total, (now - start) / 1_000_000));
        }
    }

    void finish() {
        console.clearStatus();
    }

    /** Returns the bar for {@code done} of {@code total} files after some time. */
    static String line(int done, int total, long elapsedMillis) {
        int filled = (int) ((long) done * BAR_WIDTH / total);
        long left = elapsedMillis * (total - done) / Math.max(1, done) / 1_000;
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + done + "/" + total + " files, " + left
                + " s left";
    }
}
