package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Exec;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Print;
import dev.codemod.tree.PrintDestination;

/** Parses the statements that only 2.7 has. */
final class Python2StatementParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;

    Python2StatementParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    Print print() {
        int first = t.pos;
        t.advance();
        PrintDestination destination = t.kind == TokenKind.RIGHTSHIFT ? destination() : null;
        int mark = t.top;
        boolean hasValues = destination == null ? !atEnd() : destination.isComma();
        while (hasValues) {
            t.push(expressions.expression());
            hasValues = t.accept(TokenKind.COMMA) && !atEnd();
        }
        return new Print(t.origin, first, t.pos - 1, destination, t.take(mark));
    }

    private PrintDestination destination() {
        int first = t.pos;
        t.advance();
        Expression target = expressions.expression();
        boolean comma = t.accept(TokenKind.COMMA);
        return new PrintDestination(t.origin, first, t.pos - 1, target, comma);
    }

    private boolean atEnd() {
        return t.kind == TokenKind.NEWLINE || t.kind == TokenKind.SEMI;
    }

    Exec exec() {
        int first = t.pos;
        t.advance();
        Expression body = expressions.binary(OperatorParser.BITOR);
        Expression globals = null;
        Expression locals = null;
        if (t.accept(TokenKind.IN)) {
            globals = expressions.expression();
            locals = t.accept(TokenKind.COMMA) ? expressions.expression() : null;
        }
        return new Exec(t.origin, first, t.pos - 1, body, globals, locals);
    }
}
