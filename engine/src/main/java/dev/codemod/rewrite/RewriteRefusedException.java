package dev.codemod.rewrite;

/**
 * Thrown when a change cannot be printed without losing something that must not be lost.
 *
 * <p>It is no defect of the program that made the change: the caller reports the reason and leaves the file alone.
 */
public final class RewriteRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    RewriteRefusedException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Returns the byte offset in the original text of what would be lost. */
    public int offset() {
        return offset;
    }
}
