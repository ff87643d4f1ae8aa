package dev.codemod.match;

/** A pattern or replacement that cannot be used; the message is for the person who wrote it. */
public final class MalformedPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedPatternException(String message) {
        this(message, 1, 1);
    }

    MalformedPatternException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Returns the 1-based line of the place in the pattern or replacement. */
    public int line() {
        return line;
    }

    /** Returns the 1-based column of the place, in code points. */
    public int column() {
        return column;
    }
}
