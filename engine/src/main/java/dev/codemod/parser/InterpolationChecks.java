package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;

/**
 * Finds what f-strings may contain only since PEP 701 (3.12).
 *
 * <p>Up to 3.11 an f-string was one string token whose fields were parsed again: so a field could have neither the
 * string's own quotes nor, in a string of one line, a line break; and no backslash and no comment anywhere in it.
 */
final class InterpolationChecks {
    private InterpolationChecks() {}

    /** Notes the first such thing in the string that starts at a token and is inside no other one. */
    static void checkBefore312(TokenCursor t, int start) {
        TokenTape tape = t.tape;
        int end = tape.partner(start);
        int quoteEnd = tape.end(start);
        byte quote = t.bytes[quoteEnd - 1];
        boolean triple = quoteEnd - tape.start(start) >= 3 && t.bytes[quoteEnd - 2] == quote;
        int nested = 0;
        for (int token = start + 1; token < end; token++) {
            byte kind = tape.kind(token);
            if (nested == 0 && kind == TokenKind.FSTRING_MIDDLE) {
                continue;
            }
            String what = inGap(tape, token, triple);
            if (what == null) {
                what = inToken(t, token, quote, triple);
            }
            if (what != null) {
                t.since(LanguageLevel.PY312, token, what + " in a replacement field");
                return;
            }
            if (kind == TokenKind.FSTRING_START) {
                nested++;
            } else if (kind == TokenKind.FSTRING_END) {
                nested--;
            }
        }
    }

    private static String inGap(TokenTape tape, int token, boolean triple) {
        if (tape.has(token, TokenTape.COMMENT_BEFORE)) {
            return "a comment";
        }
        if (tape.has(token, TokenTape.BACKSLASH_BEFORE)) {
            return "a backslash";
        }
        return !triple && tape.has(token, TokenTape.LINE_BREAK_BEFORE) ? "a line break" : null;
    }

    private static String inToken(TokenCursor t, int token, byte quote, boolean triple) {
        int end = t.tape.end(token);
        for (int p = t.tape.start(token); p < end; p++) {
            byte b = t.bytes[p];
            if (b == '\\') {
                return "a backslash";
            }
            if (!triple && (b == '\n' || b == '\r')) {
                return "a line break";
            }
            if (b == quote && (!triple || p + 2 < end && t.bytes[p + 1] == quote && t.bytes[p + 2] == quote)) {
                return "the quotes of the string";
            }
        }
        return null;
    }
}
