package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;

/** Finds the end of string and bytes literals that are not interpolated; their prefix is already behind. */
final class StringLexer {
    private final Source source;
    private final byte[] bytes;
    private final LanguageLevel level;
    private final TapeBuilder tape;

    StringLexer(Source source, LanguageLevel level, TapeBuilder tape) {
        this.source = source;
        this.bytes = source.bytes();
        this.level = level;
        this.tape = tape;
    }

    /** Returns the number of quotes that open a string at {@code quote}: three or one. */
    int quoteCount(int quote) {
        byte[] s = bytes;
        byte b = s[quote];
        return quote + 2 < s.length && s[quote + 1] == b && s[quote + 2] == b ? 3 : 1;
    }

    /**
     * Adds the string that starts at {@code start}, with the first quote at {@code quote}.
     *
     * @return the offset after it, or -1 with nothing added if it is unterminated
     */
    int lex(int start, int quote) {
        return quoteCount(quote) == 3 ? lexTriple(start, quote + 3, bytes[quote]) : lexSingle(start, quote);
    }

    private int lexSingle(int start, int quote) {
        final byte[] s = bytes;
        byte end = s[quote];
        int seen = 0;
        int p = quote + 1;
        while (p < s.length) {
            byte b = s[p];
            if (CharacterClasses.PLAIN[b & 0xFF]) {
                p++;
            } else if (b == end) {
                add(start, p + 1, seen);
                return p + 1;
            } else if (b == '\\') {
                p = afterEscape(p);
                seen |= s[p - 1];
            } else if (b == '\n' || b == '\r') {
                return -1;
            } else {
                seen |= b;
                p++;
            }
        }
        return -1;
    }

    private int lexTriple(int start, int text, byte end) {
        final byte[] s = bytes;
        int seen = 0;
        int p = text;
        while (p < s.length) {
            byte b = s[p];
            if (CharacterClasses.PLAIN[b & 0xFF]) {
                p++;
            } else if (b == end && p + 2 < s.length && s[p + 1] == end && s[p + 2] == end) {
                add(start, p + 3, seen);
                return p + 3;
            } else if (b == '\\') {
                p = afterEscape(p);
                seen |= s[p - 1];
            } else {
                seen |= b;
                p++;
            }
        }
        return -1;
    }

    /** Returns the offset after a backslash and what it escapes, a whole {@code \r\n} being one line end. */
    int afterEscape(int backslash) {
        int p = backslash + 1;
        if (p + 1 < bytes.length && bytes[p] == '\r' && bytes[p + 1] == '\n') {
            p++;
        }
        return Math.min(p + 1, bytes.length);
    }

    private void add(int start, int end, int seen) {
        int flags = seen < 0 ? TokenTape.NON_ASCII : 0;
        tape.add(TokenKind.STRING, start, end, flags);
    }

    /**
     * Adds a string that lacks its closing quotes: it ends with its line, a triple-quoted one with the file.
     *
     * @return the offset after it
     */
    int lexUnterminated(int start, int quote) {
        int end = bytes.length;
        boolean triple = quoteCount(quote) == 3;
        if (!triple) {
            end = endOfLine(quote + 1);
        }
        String message = unterminatedMessage(triple, lineOfEnd(start, end));
        boolean escaped = !triple && level.isAtLeast(LanguageLevel.PY313) && hasEscapedQuote(quote, end);
        tape.problem(start, escaped ? message + "; perhaps you escaped the end quote?" : message);
        tape.add(TokenKind.STRING, start, end, TokenTape.UNTERMINATED | nonAsciiFlag(start, end));
        return end;
    }

    private boolean hasEscapedQuote(int quote, int end) {
        for (int p = quote + 1; p < end - 1; p++) {
            if (bytes[p] == '\\') {
                p++;
                if (bytes[p] == bytes[quote]) {
                    return true;
                }
            }
        }
        return false;
    }

    private int endOfLine(int start) {
        int p = start;
        while (p < bytes.length && bytes[p] != '\n' && bytes[p] != '\r') {
            p = bytes[p] == '\\' ? afterEscape(p) : p + 1;
        }
        return p;
    }

    /** Returns the line at which CPython notices that a literal does not end. */
    int lineOfEnd(int start, int end) {
        return source.line(end == bytes.length ? Math.max(start, end - 1) : end);
    }

    /** Returns the 1-based line of an offset, for messages. */
    int lineOf(int offset) {
        return source.line(offset);
    }

    /** Returns {@link TokenTape#NON_ASCII} if a range has bytes outside ASCII, else 0. */
    int nonAsciiFlag(int start, int end) {
        for (int p = start; p < end; p++) {
            if (bytes[p] < 0) {
                return TokenTape.NON_ASCII;
            }
        }
        return 0;
    }

    private String unterminatedMessage(boolean triple, int line) {
        if (level.isPython2()) {
            return triple ? "EOF while scanning triple-quoted string literal" : "EOL while scanning string literal";
        }
        return "unterminated " + (triple ? "triple-quoted " : "") + "string literal (detected at line " + line + ")";
    }
}
