package dev.codemod.codemods.asyncio;

/** What a table entry says of a call beyond that it blocks. */
enum Caveat {
    NONE(Verdict.SAFE),
    LOST_ON_CANCEL(
            Verdict.unsafe(
                    "lost-on-cancel",
                    "if the task is cancelled while it waits, the thread still takes an item from the queue, and nobody gets it")),
    THREAD_LOCK(Verdict.refuse(
            "thread-lock",
            "a thread that takes the lock for a task that is cancelled meanwhile keeps it for good: use a lock of the event"
                    + " loop, or take and release it inside one function that runs in a thread")),
    THREAD_AFFINE(Verdict.refuse(
            "thread-affine",
            "only the thread that took it may wait on it or release it, and every call in a worker thread may be in another"
                    + " one: use the event loop's own primitive")),
    MAIN_THREAD_ONLY(Verdict.refuse(
            "main-thread-only",
            "signals arrive in the main thread only, so that it would never return in another one: use"
                    + " loop.add_signal_handler")),
    NESTED_LOOP_PATCH(
            Verdict.refuse(
                    "nested-loop-patch",
                    "it lets loops run inside loops, which nothing needs any more once each nested run is an await: then remove it")),
    /** Judged by {@link SqliteThreads}. */
    THREAD_AFFINE_CONNECTION(Verdict.SAFE),
    LIVE_STREAM(Verdict.refuse(
            "live-stream",
            "each step waits for the next part, and reading all of it first would change when the loop's body runs: move the"
                    + " whole loop into a function that runs in a thread, or use an asynchronous client"));

    private final Verdict verdict;

    Caveat(Verdict verdict) {
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
