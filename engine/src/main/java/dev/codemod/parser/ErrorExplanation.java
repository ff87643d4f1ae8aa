package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.Problem;
import java.util.List;

/**
 * Looks a second time at a statement that failed without a special reason, as CPython does with its {@code invalid_}
 * rules. Nothing here changes what is accepted.
 */
final class ErrorExplanation {
    private final TokenCursor t;
    private final ExpressionParser expressions;

    ErrorExplanation(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    /** Explains the last problem better, if it is an expression that follows another one; the cursor stays. */
    void explain(int firstOfStatement) {
        boolean isAfterExpression = t.disjunctionEnd == t.pos
                && t.disjunctionStart >= firstOfStatement
                && t.kind != TokenKind.STAR
                && ExpressionParser.startsExpression(t.kind);
        if (!isAfterExpression || !t.isLastProblemGeneric() || isExcluded(t.disjunctionStart)) {
            return;
        }
        int start = t.disjunctionStart;
        if (!isExpression()) {
            Problem unclosed = unclosedBracketAfter(t.tape.start(t.pos));
            if (unclosed != null) {
                t.replaceLastProblem(unclosed);
            }
        } else if (isInBrackets(firstOfStatement)) {
            t.replaceLastProblem(new Problem(t.tape.start(start), "invalid syntax. Perhaps you forgot a comma?"));
        }
    }

    /** A soft keyword, or a name before a string, such as an unknown prefix, is no element that lacks a comma. */
    private boolean isExcluded(int token) {
        if (t.tape.kind(token) != TokenKind.NAME) {
            return false;
        }
        byte next = t.tape.kind(token + 1);
        return next == TokenKind.STRING
                || t.is(token, "match")
                || t.is(token, "case")
                || t.is(token, "type")
                || t.is(token, "_");
    }

    private boolean isExpression() {
        int failed = t.pos;
        int top = t.top;
        int problems = t.problems().size();
        int versionProblems = t.versionProblems().size();
        boolean isExpression = true;
        try {
            expressions.expression();
        } catch (SyntaxFailure failure) {
            isExpression = false;
        }
        t.truncateProblems(problems, versionProblems);
        t.top = top;
        t.moveTo(failed);
        return isExpression;
    }

    /** The second look reads on to a bracket that is never closed, and that is what gets reported then. */
    private Problem unclosedBracketAfter(int offset) {
        List<Problem> lexical = t.tape.problems();
        for (Problem problem : lexical) {
            if (problem.offset() >= offset) {
                return problem.message().endsWith("was never closed") ? problem : null;
            }
        }
        return null;
    }

    private boolean isInBrackets(int firstOfStatement) {
        for (int token = firstOfStatement; token < t.pos; token++) {
            switch (t.tape.kind(token)) {
                case TokenKind.LPAR:
                case TokenKind.LSQB:
                case TokenKind.LBRACE:
                    int partner = t.tape.partner(token);
                    if (partner == 0 || partner > t.pos) {
                        return true;
                    }
                    break;
                default:
                    break;
            }
        }
        return false;
    }
}
