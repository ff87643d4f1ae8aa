package dev.codemod.parser;

/**
 * Leaves the statement that is being parsed, after its problem has been recorded; never leaves this package.
 *
 * <p>One instance without a stack trace: an error costs no more than the unwinding, and code that finds no error pays
 * nothing for it.
 */
final class SyntaxFailure extends RuntimeException {
    static final SyntaxFailure INSTANCE = new SyntaxFailure();

    private static final long serialVersionUID = 1L;

    private SyntaxFailure() {
        super("syntax error", null, false, false);
    }
}
