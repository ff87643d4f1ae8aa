package dev.codemod.cli;

/**
 * Makes the threads that work on trees.
 *
 * <p>A tree is as deep as its source is nested, and CPython accepts far deeper sources than the stack of an ordinary
 * thread can follow. The size is address space; memory is used only where a deep source really touches it.
 */
final class LargeStack {
    private static final long BYTES = 512L << 20;

    private LargeStack() {}

    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
