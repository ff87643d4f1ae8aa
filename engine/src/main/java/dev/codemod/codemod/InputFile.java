package dev.codemod.codemod;

import java.io.IOException;

/** A file of the run, read when its turn comes. */
public interface InputFile {
    /** Returns the path as it is shown to users and written into diffs, with {@code /} as the separator. */
    String path();

    /**
     * Reads the file; a run may do so several times.
     *
     * @throws IOException if it cannot be read
     */
    byte[] read() throws IOException;

    /** Returns why the file cannot be written, in a few words, or null if nothing is known against it. */
    default String writeObstacle() {
        return null;
    }
}
