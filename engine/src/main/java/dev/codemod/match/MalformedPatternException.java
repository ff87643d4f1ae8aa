package dev.codemod.match;

/** A pattern or replacement that cannot be used; the message is for the person who wrote it. */
public final class MalformedPatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    /** Creates an error about the whole text. */
    MalformedPatternException(String message) {
        super(message);
        problem = message;
        line = 1;
        column = 1;
    }

    /** Creates an error about a place, which the message names at its end. */
    MalformedPatternException(String problem, int line, int column) {
        super(problem + " (line " + line + ", column " + column + ")");
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /** Returns the message without the place. */
    public String problem() {
        return problem;
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
