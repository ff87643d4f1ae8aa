package dev.codemod.cli;

import java.io.IOException;

/**
 * Says that files were not written, and which of them is to blame. Files that were replaced before and could not be put
 * back are its suppressed exceptions.
 */
final class NotWrittenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourceFile file;

    NotWrittenException(SourceFile file, IOException cause) {
        super(Reasons.of(cause), cause);
        this.file = file;
    }

    SourceFile file() {
        return file;
    }
}
