package dev.codemod.cli;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;

/** Prints the tokens of a text for people: a line a token with its place, its kind and its text. */
final class TokenDump {
    private TokenDump() {}

    /** Appends the tokens; lines are 1-based and columns 0-based bytes, as in the dump of the tree. */
    static void append(Parsed parsed, StringBuilder out) {
        Source source = parsed.source();
        TokenTape tape = parsed.tape();
        for (int token = 0; token < tape.count(); token++) {
            appendPlace(source, tape.start(token), out);
            out.append('-');
            appendPlace(source, tape.end(token), out);
            out.append(' ').append(TokenKind.name(tape.kind(token))).append(' ');
            appendQuoted(source.text(tape.start(token), tape.end(token)), out);
            out.append('\n');
        }
    }

    private static void appendPlace(Source source, int offset, StringBuilder out) {
        out.append(source.line(offset)).append(':').append(source.column(offset));
    }

    private static void appendQuoted(String text, StringBuilder out) {
        out.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '\'' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                default -> out.append(c);
            }
        }
        out.append('\'');
    }
}
