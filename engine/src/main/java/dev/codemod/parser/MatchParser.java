package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Block;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Match;
import dev.codemod.tree.MatchCase;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;

/** Parses match statements (PEP 634), and tells them from uses of the name {@code match}. */
final class MatchParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final CompoundStatementParser compound;
    private final PatternParser patterns;

    MatchParser(
            TokenCursor t, ExpressionParser expressions, StatementParser statements, CompoundStatementParser compound) {
        this.t = t;
        this.expressions = expressions;
        this.statements = statements;
        this.compound = compound;
        this.patterns = new PatternParser(t, expressions);
    }

    /**
     * Returns whether a match statement starts at the cursor, which is at a name: whether the name is {@code match},
     * its line ends in a colon, and the next line is indented and begins with {@code case}. Nothing else that is
     * valid looks like that, so one scan of the line decides without any parsing.
     */
    boolean startsHere() {
        int first = t.pos;
        TokenTape tape = t.tape;
        if (!ExpressionParser.startsExpression(tape.kind(first + 1)) || !t.is(first, "match")) {
            return false;
        }
        int token = first + 1;
        while (tape.kind(token) != TokenKind.NEWLINE) {
            if (tape.kind(token) == TokenKind.EOF) {
                return false;
            }
            token = Math.max(token, tape.partner(token)) + 1;
        }
        return tape.kind(token - 1) == TokenKind.COLON
                && tape.kind(token + 1) == TokenKind.INDENT
                && tape.kind(token + 2) == TokenKind.NAME
                && t.is(token + 2, "case");
    }

    Match match(int first) {
        t.since(LanguageLevel.PY310, first, "match statements");
        t.advance();
        Expression subject = subject();
        compound.colon();
        t.expect(TokenKind.NEWLINE);
        t.expect(TokenKind.INDENT);
        t.enter();
        int mark = t.top;
        while (t.kind != TokenKind.DEDENT) {
            t.push(caseClause());
        }
        t.depth--;
        t.advance();
        return new Match(t.origin, first, t.pos - 1, subject, t.take(mark));
    }

    private Expression subject() {
        int first = t.pos;
        Expression subject = expressions.starNamedExpression();
        if (t.kind != TokenKind.COMMA) {
            if (subject instanceof Starred) {
                throw t.fail();
            }
            return subject;
        }
        int mark = t.top;
        t.push(subject);
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.COLON) {
            t.push(expressions.starNamedExpression());
        }
        return new Tuple(t.origin, first, t.pos - 1, false, t.take(mark));
    }

    private MatchCase caseClause() {
        int first = t.pos;
        if (!t.atWord("case")) {
            throw t.fail();
        }
        t.advance();
        Pattern pattern = patterns.patterns();
        Expression guard = t.accept(TokenKind.IF) ? expressions.namedExpression() : null;
        compound.colon();
        Block body = statements.block(first, "'case' statement");
        return new MatchCase(t.origin, first, t.pos - 1, pattern, guard, body);
    }

    /** For parsing a pattern alone. */
    PatternParser patterns() {
        return patterns;
    }
}
