package dev.codemod.codemods.asyncio;

/**
 * What stands around an expression, innermost first: a linked list that grows as a visitor descends.
 *
 * @param kind what the surroundings are
 * @param name the name of a function or the text of a lock, for messages; otherwise empty
 * @param outer what stands around them, or null for the module
 */
record Surroundings(Kind kind, String name, Surroundings outer) {

    /** The surroundings that matter for an {@code await}. */
    enum Kind {
        MODULE,
        ASYNC_FUNCTION,
        SYNC_FUNCTION,
        /** A function that a thread or an executor runs. */
        OFFLOADED_FUNCTION,
        LAMBDA,
        CLASS_BODY,
        DEFAULT_OR_ANNOTATION,
        DECORATOR,
        COMPREHENSION,
        /** A comprehension from Python 3.11 on, inside which another one may await. */
        NESTING_COMPREHENSION,
        GENERATOR,
        /** The body of a {@code with} statement that holds a lock of a thread. */
        LOCK,
        FINALLY,
        /** A handler that may run while the task is being cancelled. */
        CANCELLATION_HANDLER,
        /** The body of a {@code try} whose handlers would swallow a cancellation. */
        UNCANCELLABLE_BODY,
        /** The body of a {@code try} that handles Ctrl-C. */
        INTERRUPTED_BODY,
        /** The body of a {@code with} statement that changes the state of the process. */
        PROCESS_STATE,
        /** The body of a loop over a collection that other tasks may change; named after it. */
        SHARED_LOOP,
        /** A field of a string whose value shows the source text of the field. */
        SOURCE_TEXT,
        /** An f-string before Python 3.7. */
        OLD_F_STRING,
        /** A comprehension before Python 3.6. */
        OLD_COMPREHENSION
    }

    static Surroundings module() {
        return new Surroundings(Kind.MODULE, "", null);
    }

    Surroundings inside(Kind inner) {
        return new Surroundings(inner, "", this);
    }

    Surroundings inside(Kind inner, String innerName) {
        return new Surroundings(inner, innerName, this);
    }

    /** Returns whether an {@code async def} stands anywhere around, with no thread between. */
    boolean isReachedFromAsync() {
        for (Surroundings s = this; s != null; s = s.outer()) {
            if (s.kind() == Kind.OFFLOADED_FUNCTION) {
                return false;
            }
            if (s.kind() == Kind.ASYNC_FUNCTION) {
                return true;
            }
        }
        return false;
    }
}
