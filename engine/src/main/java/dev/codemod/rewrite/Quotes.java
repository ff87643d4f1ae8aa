package dev.codemod.rewrite;

import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.nio.charset.StandardCharsets;

/** The quotes that strings are written in. */
public final class Quotes {
    private Quotes() {}

    /** Returns the quote that most of a file's plain strings start with, {@code '"'} if there is no majority. */
    public static char usual(Node node) {
        Parsed parsed = node.parsed();
        TokenTape tape = parsed.tape();
        byte[] bytes = parsed.source().bytes();
        int balance = 0;
        for (int i = 0; i < tape.count(); i++) {
            if (tape.kind(i) == TokenKind.STRING && !isTriple(bytes, tape.start(i), tape.end(i))) {
                balance += bytes[tape.end(i) - 1] == '\'' ? 1 : -1;
            }
        }
        return balance > 0 ? '\'' : '"';
    }

    private static boolean isTriple(byte[] bytes, int start, int end) {
        return end - start >= 6 && bytes[end - 1] == bytes[end - 2] && bytes[end - 2] == bytes[end - 3];
    }

    /** See {@link Snippet#withQuotes}. */
    static String change(String template, char quote, LanguageLevel level) {
        if (quote != '"' && quote != '\'') {
            throw new IllegalArgumentException("not a quote: " + quote);
        }
        Source source = Source.of(template);
        TokenTape tape = Lexer.lex(source, level);
        byte[] bytes = source.bytes().clone();
        for (int i = 0; i < tape.count(); i++) {
            if (tape.kind(i) == TokenKind.STRING && isPlain(bytes, tape.start(i), tape.end(i))) {
                int start = tape.start(i);
                while (bytes[start] != '"' && bytes[start] != '\'') {
                    start++;
                }
                bytes[start] = (byte) quote;
                bytes[tape.end(i) - 1] = (byte) quote;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns whether a string has one pair of quotes and nothing that the other kind of quotes would change. */
    private static boolean isPlain(byte[] bytes, int start, int end) {
        int quotes = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return false;
            }
            quotes += bytes[i] == '"' || bytes[i] == '\'' ? 1 : 0;
        }
        return quotes == 2;
    }
}
