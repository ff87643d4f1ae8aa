package dev.codemod.codemods.asyncio;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What the body of one synchronous function does that matters to an event loop.
 *
 * @param path the file
 * @param offset the byte offset of the function's name
 * @param blocks the first blocking call of the body, as messages name it, or null
 * @param blocksAt its line; 0 if there is none
 * @param hazard what must not happen in another thread
 * @param hazardAt the line of the hazard; 0 if there is none
 * @param detail what is done there, for messages; empty if there is no hazard
 */
record HelperFact(String path, int offset, String blocks, int blocksAt, Hazard hazard, int hazardAt, String detail)
        implements Serializable, Comparable<HelperFact> {
    private static final Comparator<HelperFact> ORDER =
            Comparator.comparing(HelperFact::path).thenComparingInt(HelperFact::offset);

    /** What stands against running a function in another thread, from nothing to impossible. */
    enum Hazard {
        NONE,
        /** It changes, or may change, what other tasks can see. */
        SHARES_STATE,
        /** It depends on the thread that it runs in. */
        THREAD_BOUND,
        /** It raises StopIteration, which a future cannot carry. */
        STOPS_ITERATION,
        /** It works with the event loop, which belongs to one thread. */
        USES_LOOP
    }

    @Override
    public int compareTo(HelperFact other) {
        return ORDER.compare(this, other);
    }
}
