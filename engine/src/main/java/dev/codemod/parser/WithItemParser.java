package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.WithItem;

/** Parses the items of a with statement, and decides what a parenthesis after {@code with} is. */
final class WithItemParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;

    WithItemParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    /**
     * Returns whether the cursor is at a parenthesis around all items, which 3.9 introduced.
     *
     * <p>If the partner of the parenthesis stands before the colon, both readings fit {@code with (a, b):}. CPython
     * tries items first, and expressions where no item can be read: with a comprehension, an assignment expression, a
     * yield or a starred element directly inside. Before 3.9 only {@code as} shows that it must be items.
     */
    boolean isParenthesized() {
        TokenTape tape = t.tape;
        int open = t.pos;
        int close = t.kind == TokenKind.LPAR ? tape.partner(open) : 0;
        if (close <= open + 1 || tape.kind(close + 1) != TokenKind.COLON) {
            return false;
        }
        boolean inLambda = false;
        boolean hasAs = false;
        for (int i = open + 1; i < close; i++) {
            switch (tape.kind(i)) {
                case TokenKind.FOR:
                case TokenKind.COLONEQUAL:
                case TokenKind.YIELD:
                    return false;
                case TokenKind.STAR:
                    byte before = tape.kind(i - 1);
                    if (!inLambda && (i == open + 1 || before == TokenKind.COMMA)) {
                        return false;
                    }
                    break;
                case TokenKind.LAMBDA:
                    inLambda = true;
                    break;
                case TokenKind.COLON:
                    inLambda = false;
                    break;
                case TokenKind.AS:
                    hasAs = true;
                    break;
                default:
                    i = Math.max(i, tape.partner(i));
                    break;
            }
        }
        return hasAs || t.level.isAtLeast(LanguageLevel.PY39);
    }

    /** Pushes the items, and takes the parentheses around them. */
    void pushItems(boolean parenthesized) {
        if (!parenthesized) {
            do {
                t.push(item());
            } while (t.accept(TokenKind.COMMA));
            return;
        }
        t.since(LanguageLevel.PY39, t.pos, "parentheses around the items of a with statement");
        t.advance();
        do {
            t.push(item());
        } while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.RPAR);
        t.expect(TokenKind.RPAR);
    }

    private WithItem item() {
        int first = t.pos;
        Expression context = expressions.expression();
        Expression target = null;
        if (t.accept(TokenKind.AS)) {
            if (t.kind == TokenKind.STAR) {
                t.since(LanguageLevel.PY39, t.pos, "a starred target of a with statement");
            }
            target = expressions.target();
            TargetChecker.checkFor(t, target);
        }
        return new WithItem(t.origin, first, t.pos - 1, context, target);
    }
}
