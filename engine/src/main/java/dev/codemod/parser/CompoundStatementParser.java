package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Block;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Else;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.If;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Statement;
import dev.codemod.tree.TypeParams;
import dev.codemod.tree.While;
import dev.codemod.tree.With;

/** Parses statements that have blocks; {@code try} and {@code match} have parsers of their own. */
final class CompoundStatementParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final TryParser tries;
    private final MatchParser matches;
    private final WithItemParser withItems;

    CompoundStatementParser(TokenCursor t, ExpressionParser expressions, StatementParser statements) {
        this.t = t;
        this.expressions = expressions;
        this.statements = statements;
        this.tries = new TryParser(t, expressions, statements, this);
        this.matches = new MatchParser(t, expressions, statements, this);
        this.withItems = new WithItemParser(t, expressions);
    }

    /** Returns whether the cursor is at the start of a compound statement. */
    boolean startsHere() {
        switch (t.kind) {
            case TokenKind.IF:
            case TokenKind.DEF:
            case TokenKind.FOR:
            case TokenKind.WITH:
            case TokenKind.TRY:
            case TokenKind.CLASS:
            case TokenKind.WHILE:
            case TokenKind.AT:
            case TokenKind.ASYNC:
                return true;
            case TokenKind.NAME:
                return matches.startsHere() || t.asyncIsName && isOldAsync();
            default:
                return false;
        }
    }

    /** Up to 3.6 {@code async} is a keyword before {@code def}, and in an async function before the other two. */
    private boolean isOldAsync() {
        byte next = t.peek();
        boolean isKeyword =
                next == TokenKind.DEF || t.inAsyncFunction && (next == TokenKind.FOR || next == TokenKind.WITH);
        return isKeyword && t.is(t.pos, "async");
    }

    Statement statement() {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.IF:
                return ifStatement(first);
            case TokenKind.DEF:
                return function(first, NodeList.empty(), false);
            case TokenKind.FOR:
                return forStatement(first, false);
            case TokenKind.WITH:
                return with(first, false);
            case TokenKind.TRY:
                return tries.tryStatement(first);
            case TokenKind.CLASS:
                return classStatement(first, NodeList.empty());
            case TokenKind.WHILE:
                return whileStatement(first);
            case TokenKind.AT:
                return decorated(first);
            case TokenKind.ASYNC:
                return async(first);
            default:
                return t.asyncIsName && t.is(first, "async") ? async(first) : matches.match(first);
        }
    }

    /** Takes the colon of a header. */
    void colon() {
        if (t.kind != TokenKind.COLON) {
            throw t.kind == TokenKind.NEWLINE ? t.fail("expected ':'") : t.fail();
        }
        t.advance();
    }

    /** Takes the colon of a header after which CPython demands one, whatever stands there. */
    void forcedColon() {
        if (t.kind != TokenKind.COLON) {
            throw t.fail("expected ':'");
        }
        t.advance();
    }

    // ---------------------------------------------------------------- if and loops

    private If ifStatement(int first) {
        t.advance();
        Expression test = expressions.namedExpression();
        colon();
        Block body = statements.block(first, "'if' statement");
        int mark = t.top;
        while (t.kind == TokenKind.ELIF) {
            t.push(elif());
        }
        NodeList<Elif> elifs = t.take(mark);
        Else orElse = t.kind == TokenKind.ELSE ? elseClause() : null;
        return new If(t.origin, first, t.pos - 1, test, body, elifs, orElse);
    }

    private Elif elif() {
        int first = t.pos;
        t.advance();
        Expression test = expressions.namedExpression();
        colon();
        Block body = statements.block(first, "'elif' statement");
        return new Elif(t.origin, first, t.pos - 1, test, body);
    }

    Else elseClause() {
        int first = t.pos;
        t.advance();
        forcedColon();
        Block body = statements.block(first, "'else' statement");
        return new Else(t.origin, first, t.pos - 1, body);
    }

    private While whileStatement(int first) {
        t.advance();
        Expression test = expressions.namedExpression();
        colon();
        Block body = statements.block(first, "'while' statement");
        Else orElse = t.kind == TokenKind.ELSE ? elseClause() : null;
        return new While(t.origin, first, t.pos - 1, test, body, orElse);
    }

    private For forStatement(int first, boolean isAsync) {
        int header = t.pos;
        t.advance();
        Expression target = expressions.targets();
        TargetChecker.checkFor(t, target);
        t.expect(TokenKind.IN);
        int iterToken = t.pos;
        Expression iter = expressions.starExpressions();
        if (VersionChecks.isBareTupleWithStar(iter)) {
            t.since(LanguageLevel.PY39, iterToken, "unpacking in the iterable of a for without parentheses");
        }
        colon();
        Block body = statements.block(header, "'for' statement");
        Else orElse = t.kind == TokenKind.ELSE ? elseClause() : null;
        return new For(t.origin, first, t.pos - 1, isAsync, target, iter, body, orElse);
    }

    private With with(int first, boolean isAsync) {
        int header = t.pos;
        t.advance();
        boolean parenthesized = withItems.isParenthesized();
        int mark = t.top;
        withItems.pushItems(parenthesized);
        colon();
        Block body = statements.block(header, "'with' statement");
        return new With(t.origin, first, t.pos - 1, isAsync, parenthesized, t.take(mark), body);
    }

    // ---------------------------------------------------------------- definitions

    private Statement decorated(int first) {
        int mark = t.top;
        while (t.kind == TokenKind.AT) {
            t.push(decorator());
        }
        NodeList<Decorator> decorators = t.take(mark);
        switch (t.kind) {
            case TokenKind.DEF:
                return function(first, decorators, false);
            case TokenKind.CLASS:
                return classStatement(first, decorators);
            case TokenKind.ASYNC:
                break;
            case TokenKind.NAME:
                if (t.asyncIsName && isOldAsync()) {
                    break;
                }
                throw t.fail();
            default:
                throw t.fail();
        }
        noteAsync();
        t.advance();
        if (t.kind != TokenKind.DEF) {
            throw t.fail();
        }
        return function(first, decorators, true);
    }

    private Decorator decorator() {
        int first = t.pos;
        t.advance();
        Expression expression = expressions.namedExpression();
        VersionChecks.decorator(t, expression);
        t.expect(TokenKind.NEWLINE);
        return new Decorator(t.origin, first, t.pos - 1, expression);
    }

    private Statement async(int first) {
        noteAsync();
        t.advance();
        switch (t.kind) {
            case TokenKind.DEF:
                return function(first, NodeList.empty(), true);
            case TokenKind.FOR:
                return forStatement(first, true);
            case TokenKind.WITH:
                return with(first, true);
            default:
                throw t.fail();
        }
    }

    private void noteAsync() {
        t.since(LanguageLevel.PY35, t.pos, "async");
        if (t.asyncIsName && t.tape.has(t.pos + 1, TokenTape.BACKSLASH_BEFORE)) {
            t.since(LanguageLevel.PY37, t.pos, "async and its keyword on two lines");
        }
    }

    private FunctionDef function(int first, NodeList<Decorator> decorators, boolean isAsync) {
        int header = t.pos;
        boolean outerIsAsync = t.inAsyncFunction;
        // Up to 3.6 the words stay keywords in functions inside, as the tokenizer only looks at the indentation.
        t.inAsyncFunction |= isAsync;
        t.advance();
        Identifier name = t.bindingIdentifier();
        TypeParams typeParams = expressions.parameters().typeParams();
        if (t.kind != TokenKind.LPAR) {
            throw t.fail("expected '('");
        }
        Parameters parameters = expressions.parameters().functionParameters();
        Expression returns = null;
        if (t.kind == TokenKind.RARROW && ExpressionParser.startsExpression(t.peek())) {
            t.since(LanguageLevel.PY30, t.pos, "annotations");
            t.advance();
            returns = expressions.expression();
        }
        forcedColon();
        Block body = statements.block(header, "function definition");
        t.inAsyncFunction = outerIsAsync;
        return new FunctionDef(
                t.origin, first, t.pos - 1, decorators, isAsync, name, typeParams, parameters, returns, body);
    }

    private ClassDef classStatement(int first, NodeList<Decorator> decorators) {
        int header = t.pos;
        t.advance();
        Identifier name = t.bindingIdentifier();
        TypeParams typeParams = expressions.parameters().typeParams();
        ArgumentList arguments =
                t.kind == TokenKind.LPAR ? expressions.arguments().classArguments() : null;
        colon();
        Block body = statements.block(header, "class definition");
        return new ClassDef(t.origin, first, t.pos - 1, decorators, name, typeParams, arguments, body);
    }
}
