package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.Problem;
import dev.codemod.tree.Node;
import java.util.List;
import java.util.function.Supplier;

/** Parses a text that is one node. */
final class SnippetParser {
    private SnippetParser() {}

    /** Runs a rule over the whole text; only a line break may follow. */
    static <T extends Node> SnippetResult<T> parse(TokenCursor cursor, Supplier<? extends T> rule) {
        T node = null;
        try {
            node = rule.get();
            cursor.accept(TokenKind.NEWLINE);
            if (cursor.kind != TokenKind.EOF) {
                throw cursor.fail();
            }
        } catch (SyntaxFailure failure) {
            node = null;
        }
        List<Problem> problems = ProblemOrder.of(cursor);
        return new SnippetResult<>(problems.isEmpty() ? node : null, cursor.origin, problems, cursor.versionProblems());
    }
}
