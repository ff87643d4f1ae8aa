package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Block;
import dev.codemod.tree.Else;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Finally;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;

/** Parses try statements. */
final class TryParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final CompoundStatementParser compound;

    TryParser(
            TokenCursor t, ExpressionParser expressions, StatementParser statements, CompoundStatementParser compound) {
        this.t = t;
        this.expressions = expressions;
        this.statements = statements;
        this.compound = compound;
    }

    Try tryStatement(int first) {
        t.advance();
        compound.forcedColon();
        Block body = statements.block(first, "'try' statement");
        NodeList<ExceptHandler> handlers = handlers();
        if (handlers.isEmpty() && t.kind != TokenKind.FINALLY) {
            throw t.fail("expected 'except' or 'finally' block");
        }
        Else orElse = t.kind == TokenKind.ELSE ? compound.elseClause() : null;
        Finally finalBody = t.kind == TokenKind.FINALLY ? finallyClause() : null;
        return new Try(t.origin, first, t.pos - 1, body, handlers, orElse, finalBody);
    }

    private NodeList<ExceptHandler> handlers() {
        int mark = t.top;
        boolean star = false;
        while (t.kind == TokenKind.EXCEPT) {
            int first = t.pos;
            ExceptHandler handler = handler(first);
            if (t.top > mark && handler.isStar() != star) {
                throw t.failAt(first, "cannot have both 'except' and 'except*' on the same 'try'");
            }
            star = handler.isStar();
            t.push(handler);
        }
        return t.take(mark);
    }

    private ExceptHandler handler(int first) {
        t.advance();
        boolean star = t.kind == TokenKind.STAR;
        if (star) {
            t.since(LanguageLevel.PY311, t.pos, "except*");
            t.advance();
            if (t.kind == TokenKind.COLON || t.kind == TokenKind.NEWLINE) {
                throw t.fail("expected one or more exception types");
            }
        }
        Expression type = null;
        Expression target = null;
        Identifier name = null;
        if (t.kind != TokenKind.COLON && t.kind != TokenKind.NEWLINE) {
            int typeToken = t.pos;
            type = expressions.expression();
            if (t.kind == TokenKind.AS) {
                t.advance();
                name = t.bindingIdentifier();
            } else if (t.kind == TokenKind.COMMA) {
                if (t.python2) {
                    t.advance();
                    target = expressions.expression();
                    TargetChecker.checkFor(t, target);
                } else {
                    type = types(typeToken, type);
                }
            }
        }
        compound.colon();
        Block body = statements.block(first, star ? "'except*' statement" : "'except' statement");
        return new ExceptHandler(t.origin, first, t.pos - 1, star, type, name, target, body);
    }

    /** Several types without parentheses (PEP 758, 3.14), which in 2.7 would be a type and a target. */
    private Expression types(int first, Expression type) {
        int mark = t.top;
        t.push(type);
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.COLON) {
            t.push(expressions.expression());
        }
        Tuple types = new Tuple(t.origin, first, t.pos - 1, false, t.take(mark));
        boolean isNewest = t.level.isAtLeast(LanguageLevel.PY314);
        if (t.kind == TokenKind.AS) {
            throw t.failAt(
                    first, "multiple exception types must be parenthesized" + (isNewest ? " when using 'as'" : ""));
        }
        if (!isNewest) {
            t.problem(first, "multiple exception types must be parenthesized");
        }
        if (t.commaInExcept < 0 && types.elements().size() == 2) {
            t.commaInExcept = first;
        }
        return types;
    }

    private Finally finallyClause() {
        int first = t.pos;
        t.advance();
        compound.forcedColon();
        Block body = statements.block(first, "'finally' statement");
        return new Finally(t.origin, first, t.pos - 1, body);
    }
}
