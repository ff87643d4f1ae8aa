package dev.codemod.parser;

import static java.util.Objects.requireNonNull;

import dev.codemod.lexer.Lexer;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Pattern;

/**
 * Parses Python 2.7 and 3.0 to 3.14.
 *
 * <p>One permissive grammar serves all levels: it reads what any of them reads, and constructs that the level does not
 * have are listed beside the tree. Where the same text means different things the level decides: {@code print} and
 * {@code exec}, {@code except A, B:}, {@code with (a, b):}, {@code async} and {@code await} as names.
 *
 * <p>Accepted is what CPython's {@code ast.parse} accepts; what only its compiler rejects, such as {@code return}
 * outside a function, is fine here. Never throws because of the text. Thread-safe, as nothing is shared. The recursion
 * is bounded, but needs a stack of some megabytes for the deepest texts that are allowed.
 */
public final class Parser {
    private Parser() {}

    /**
     * Parses a whole file.
     *
     * @param level the language level, or null to {@linkplain LevelDetection detect} it
     */
    public static ParseResult parse(Source source, LanguageLevel level) {
        requireNonNull(source, "source is null");
        return level == null
                ? LevelDetection.parse(source)
                : parseAt(source, level).result();
    }

    /** Parses a snippet of statements; the result is that of {@link #parse}. */
    public static ParseResult parseStatements(Source source, LanguageLevel level) {
        requireNonNull(level, "level is null");
        return parse(source, level);
    }

    /** Parses a snippet that is one expression, or several as a tuple without parentheses, or a yield. */
    public static SnippetResult<Expression> parseExpression(Source source, LanguageLevel level) {
        TokenCursor cursor = cursor(source, level);
        ExpressionParser expressions = new ExpressionParser(cursor);
        return SnippetParser.parse(cursor, expressions::yieldOrStarExpressions);
    }

    /** Parses a snippet that is the pattern of a case clause. */
    public static SnippetResult<Pattern> parsePattern(Source source, LanguageLevel level) {
        TokenCursor cursor = cursor(source, level);
        PatternParser patterns = new PatternParser(cursor, new ExpressionParser(cursor));
        return SnippetParser.parse(cursor, patterns::patterns);
    }

    static Attempt parseAt(Source source, LanguageLevel level) {
        TokenCursor cursor = cursor(source, level);
        StatementParser statements = new StatementParser(cursor, new ExpressionParser(cursor));
        return new Attempt(cursor, statements.module());
    }

    private static TokenCursor cursor(Source source, LanguageLevel level) {
        requireNonNull(source, "source is null");
        requireNonNull(level, "level is null");
        return new TokenCursor(source, Lexer.lex(source, level), level);
    }
}
