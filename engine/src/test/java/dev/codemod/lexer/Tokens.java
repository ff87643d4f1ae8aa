package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.util.List;
import java.util.StringJoiner;

/** Short forms of tapes for expectations. */
final class Tokens {
    private Tokens() {}

    /** Lexes a text at the newest level and checks the tape's invariants. */
    static TokenTape lex(String text) {
        return lex(text, LanguageLevel.LATEST);
    }

    static TokenTape lex(String text, LanguageLevel level) {
        Source source = Source.of(text);
        TokenTape tape = Lexer.lex(source, level);
        TapeInvariants.check(source, tape);
        return tape;
    }

    /**
     * Returns the tokens separated by blanks: {@code kind:text} for those with a text of their own, else the kind;
     * without a final {@code NEWLINE EOF}.
     */
    static String of(String text) {
        return of(text, LanguageLevel.LATEST);
    }

    static String of(String text, LanguageLevel level) {
        return of(Source.of(text), level);
    }

    static String of(Source source, LanguageLevel level) {
        TokenTape tape = Lexer.lex(source, level);
        TapeInvariants.check(source, tape);
        StringJoiner result = new StringJoiner(" ");
        int count = tape.count() - 1;
        if (count > 0 && tape.kind(count - 1) == TokenKind.NEWLINE) {
            count--;
        }
        for (int i = 0; i < count; i++) {
            String name = TokenKind.name(tape.kind(i));
            String spelling = source.text(tape.start(i), tape.end(i));
            boolean isSpelled = name.equals(spelling)
                    || tape.kind(i) == TokenKind.NEWLINE
                    || tape.kind(i) == TokenKind.INDENT
                    || tape.kind(i) == TokenKind.DEDENT;
            result.add(isSpelled ? name : name + ":" + spelling);
        }
        return result.toString();
    }

    /** Returns the messages of the problems. */
    static List<String> problems(String text) {
        return problems(text, LanguageLevel.LATEST);
    }

    static List<String> problems(String text, LanguageLevel level) {
        return lex(text, level).problems().stream().map(Problem::message).toList();
    }
}
