package dev.codemod.cli;

import dev.codemod.codemod.FileResult;
import java.io.IOException;

/** How the results of a run are shown. Called by one thread at a time, with the files in their order. */
interface Output {
    /** Returns whether {@link #add} is to be given diffs. */
    boolean wantsDiffs();

    /**
     * Shows what became of a file.
     *
     * @param diff the unified diff if the file changes and diffs are wanted, else null
     */
    void add(FileResult result, byte[] diff) throws IOException;

    /** Takes note of a folder that could not be read, which people have been told already. */
    void unreadable(String path, String message) throws IOException;

    /** Shows an error that came up when a file was written. */
    void error(String path, String message) throws IOException;

    /** Shows the end of the run. */
    void finish(Totals totals, ExitCode exitCode) throws IOException;
}
