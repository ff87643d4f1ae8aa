package dev.codemod.jython;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.FutureTask;

/**
 * Asks Jython's parser, which shares no code with ours, whether a text is Python 2.7.
 *
 * <p>A witness, not a judge: it rejects a few things that CPython 2.7 accepts ({@code 1 if 1else 0}). So what
 * counts is a change of its verdict: an output that it rejects although it accepted the input is broken. It judges
 * syntax only, not whether the escapes in literals mean something.
 *
 * <p>Jython's classes are loaded by the first call of {@link #check} and by nothing else, because that costs a quarter
 * of a second. Calls from several threads at once are fine.
 */
public final class JythonWitness {
    /** Enough for 1,000 levels of parentheses (CPython 2.7 stops before 100); only what is used is ever committed. */
    private static final long STACK_BYTES = 64L << 20;

    private JythonWitness() {}

    /**
     * Parses a source as Python 2.7.
     *
     * @param source the bytes of a file in UTF-8 or another charset in which every ASCII byte is that character; that is,
     *     a file as the lexer reads it. A byte order mark and any style of line breaks are fine.
     */
    public static Verdict check(byte[] source) {
        requireNonNull(source, "source is null");
        String text = NormalizedText.of(source);
        FutureTask<Verdict> task = new FutureTask<>(() -> JythonParse.check(text));
        Thread thread = new Thread(null, task, "jython-witness", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return await(task);
    }

    private static Verdict await(FutureTask<Verdict> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // The parse is bounded by the file, so finish it and leave the interrupt to the caller.
                    interrupted = true;
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException("the Jython parser failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
