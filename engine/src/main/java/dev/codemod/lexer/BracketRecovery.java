package dev.codemod.lexer;

/**
 * Finds out where a statement should have ended whose bracket is never closed.
 *
 * <p>The lexer notices such a bracket at a line that starts with a keyword that cannot stand in brackets, or at the end
 * of the text. The statements between may be sound, so it goes back to the first line after the outermost open bracket
 * that is indented no deeper than the statement and is not itself within closed brackets.
 */
final class BracketRecovery {
    /** Bounds the work for texts with many open brackets, each of which may mean reading the rest again. */
    private static final int MAX_RETURNS = 100;

    private final TapeBuilder tape;
    private final Brackets brackets;
    private final Indentation indentation;
    private int returns;

    BracketRecovery(TapeBuilder tape, Brackets brackets, Indentation indentation) {
        this.tape = tape;
        this.brackets = brackets;
        this.indentation = indentation;
    }

    /**
     * Drops the tokens that do not belong to the statement with the open brackets.
     *
     * @param end where the lexer stands
     * @return the offset to go on from, {@code end} if no tokens were dropped
     */
    int resumeBefore(int end) {
        int token = firstTokenOfNextStatement();
        if (token == tape.count || returns == MAX_RETURNS) {
            return end;
        }
        returns++;
        tape.truncate(token);
        return tape.end(token - 1);
    }

    /** Returns the token of the innermost open bracket that is on the tape. */
    int innermostOpenBracket() {
        int level = brackets.depth - 1;
        while (brackets.token(level) >= tape.count) {
            level--;
        }
        return brackets.token(level);
    }

    private int firstTokenOfNextStatement() {
        int token = brackets.token(0) + 1;
        while (token < tape.count) {
            if (tape.startsLine(token)
                    && !isClosingBracket(tape.kind(token))
                    && indentation.isAtMostCurrent(tape.start(token))) {
                return token;
            }
            token = Math.max(token, tape.partner(token)) + 1;
        }
        return token;
    }

    private static boolean isClosingBracket(byte kind) {
        return kind == TokenKind.RPAR || kind == TokenKind.RSQB || kind == TokenKind.RBRACE;
    }
}
