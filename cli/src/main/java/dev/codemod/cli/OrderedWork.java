package dev.codemod.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Applies a function to many inputs on several threads and hands the results over in the order of the inputs.
 *
 * <p>Workers stay at most a few inputs ahead of the one that receives, so memory does not grow with their number.
 */
final class OrderedWork {
    private static final int AHEAD_PER_WORKER = 16;

    private OrderedWork() {}

    /** Does the work for one input; runs on a worker's thread. */
    interface Work<T, R> {
        R apply(T input);
    }

    /** Makes the result of an input whose work ended with {@code error}, a defect of this program. */
    interface Failure<T, R> {
        R apply(T input, Throwable error);
    }

    /** Takes results, one at a time, in the order of the inputs, on the calling thread. */
    interface Receiver<R, E extends Exception> {
        void accept(R result) throws E;
    }

    /**
     * Runs {@code work} for all inputs and returns when the last result has been received.
     *
     * @param threads how many threads work; they have {@linkplain LargeStack large stacks}
     * @throws E what the receiver throws; workers stop then
     */
    static <T, R, E extends Exception> void run(
            List<T> inputs, int threads, Work<T, R> work, Failure<T, R> failure, Receiver<R, E> receiver) throws E {
        List<CompletableFuture<R>> results =
                inputs.stream().map(input -> new CompletableFuture<R>()).toList();
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(threads, inputs.size());
        Semaphore ahead = new Semaphore(workers * AHEAD_PER_WORKER);
        for (int i = 0; i < workers; i++) {
            LargeStack.thread("worker-" + i, () -> {
                        while (true) {
                            ahead.acquireUninterruptibly();
                            int index = next.getAndIncrement();
                            if (index >= inputs.size()) {
                                return;
                            }
                            results.get(index).complete(result(inputs.get(index), work, failure));
                        }
                    })
                    .start();
        }
        try {
            for (CompletableFuture<R> result : results) {
                receiver.accept(await(result));
                ahead.release();
            }
        } finally {
            next.set(inputs.size());
            ahead.release(workers);
        }
    }

    private static <T, R> R result(T input, Work<T, R> work, Failure<T, R> failure) {
        try {
            return work.apply(input);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return failure.apply(input, e);
        }
    }

    private static <R> R await(CompletableFuture<R> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
