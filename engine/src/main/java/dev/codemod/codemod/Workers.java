package dev.codemod.codemod;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a function over a list on several threads and hands the results over in the order of the list.
 *
 * <p>The threads have large stacks, because a parser of deeply nested sources recurses; the pages are only committed
 * when they are touched. They share nothing but the position in the list and the results that wait for their turn. As
 * only a few dozen results ever wait for a slower one, memory does not grow with the list.
 */
public final class Workers {
    /** Bytes of stack per worker: room for the deepest nesting that CPython itself accepts. */
    private static final long STACK_SIZE = 512L << 20;

    /** How many elements may be taken before the first of them that is not finished. */
    private static final int MAX_AHEAD = 64;

    private Workers() {}

    /**
     * Applies {@code work} to every element and calls {@code sink} with the results, in order and one at a time.
     *
     * @param threads the number of threads that work, at least 1
     * @param sink called on the threads that work; the last call happens before this method returns
     * @throws RuntimeException or an error that {@code work} or {@code sink} threw first; the other workers stop
     */
    public static <T, R> void run(List<T> elements, int threads, Function<T, R> work, Consumer<R> sink) {
        Queue<T, R> queue = new Queue<>(elements, work, sink);
        Thread[] workers = new Thread[Math.max(1, Math.min(threads, elements.size()))];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Thread(null, queue::work, "codemod-worker-" + i, STACK_SIZE);
            workers[i].setDaemon(true);
            workers[i].start();
        }
        for (Thread worker : workers) {
            join(worker, queue);
        }
        queue.rethrow();
    }

    private static void join(Thread worker, Queue<?, ?> queue) {
        boolean isInterrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
                queue.stop();
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The elements that wait for a worker and the results that wait for their turn. */
    private static final class Queue<T, R> {
        private final List<T> elements;
        private final Function<T, R> work;
        private final Consumer<R> sink;
        private final Object[] results;
        private final boolean[] done;
        private final AtomicBoolean isStopped = new AtomicBoolean();
        private int taken;
        private int delivered;
        private boolean isDelivering;
        private Throwable failure;

        Queue(List<T> elements, Function<T, R> work, Consumer<R> sink) {
            this.elements = elements;
            this.work = work;
            this.sink = sink;
            this.results = new Object[elements.size()];
            this.done = new boolean[elements.size()];
        }

        void work() {
            try {
                for (int i = take(); i >= 0; i = take()) {
                    R result = work.apply(elements.get(i));
                    deliver(i, result);
                }
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }

        synchronized void stop() {
            isStopped.set(true);
            notifyAll();
        }

        private synchronized int take() {
            while (!isStopped.get() && taken - delivered >= MAX_AHEAD) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return -1;
                }
            }
            return isStopped.get() || taken == elements.size() ? -1 : taken++;
        }

        /** Stores a result; the thread whose result is next in order hands over all that are ready. */
        private void deliver(int index, R result) {
            synchronized (this) {
                results[index] = result;
                done[index] = true;
                if (isDelivering) {
                    return;
                }
                isDelivering = true;
            }
            for (R next = nextReady(); next != null; next = nextReady()) {
                sink.accept(next);
            }
        }

        @SuppressWarnings("unchecked")
        private synchronized R nextReady() {
            if (isStopped.get() || delivered == done.length || !done[delivered]) {
                isDelivering = false;
                return null;
            }
            R result = (R) results[delivered];
            results[delivered] = null;
            delivered++;
            notifyAll();
            return result;
        }

        private synchronized void fail(Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
            stop();
        }

        private synchronized void rethrow() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }
}
