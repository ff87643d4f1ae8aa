package dev.codemod.codemods.asyncio;

/**
 * Something that blocks the thread it is done in.
 *
 * @param name the qualified name of the function, or of the type and the method
 * @param replacement how it becomes awaitable
 * @param caveat what else there is to know
 * @param isCheap whether it blocks for so short a time that a thread costs more
 */
record BlockingCall(String name, Replacement replacement, Caveat caveat, boolean isCheap) {

    /** How something that blocks becomes awaitable. */
    enum Replacement {
        /** The event loop has a function of its own with the same arguments. */
        SLEEP,
        /** The call moves into a worker thread, which keeps arguments, result and exceptions. */
        THREAD,
        /** It runs its only argument on a loop, and the argument can be awaited instead. */
        ARGUMENT,
        /** It waits for a future of a thread, which the loop can wait for too. */
        FUTURE,
        /** What blocks is the iteration; a worker thread makes a list first. */
        LIST
    }

    /** Returns the name as users write it: {@code input}, not {@code builtins.input}. */
    String displayName() {
        return name.startsWith("builtins.") ? name.substring("builtins.".length()) : name;
    }
}
