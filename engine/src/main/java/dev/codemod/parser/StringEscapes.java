package dev.codemod.parser;

import dev.codemod.lexer.CharacterNames;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;

/**
 * Checks literals for what CPython rejects when it decodes them, which it does while parsing: escapes that are cut
 * short, unknown character names, and bytes literals that are not ASCII. Nothing is decoded here.
 */
final class StringEscapes {
    private final TokenCursor t;

    StringEscapes(TokenCursor t) {
        this.t = t;
    }

    /** Checks a whole literal, prefix and quotes included. */
    void checkLiteral(int token) {
        int p = t.tape.start(token);
        byte first = t.bytes[p];
        boolean raw = false;
        boolean isBytes = false;
        boolean unicode = !t.python2 || t.unicodeLiterals;
        if (first != '"' && first != '\'') {
            checkPrefix(token);
            for (; first != '"' && first != '\''; first = t.bytes[++p]) {
                raw |= (first | 0x20) == 'r';
                isBytes |= (first | 0x20) == 'b';
                unicode |= (first | 0x20) == 'u';
            }
            if (isBytes && !t.python2 && t.tape.has(token, TokenTape.NON_ASCII)) {
                throw t.failAt(token, "bytes can only contain ASCII literal characters");
            }
        }
        int end = t.tape.end(token);
        boolean triple = end - p >= 6 && t.bytes[p + 1] == first && t.bytes[p + 2] == first;
        int quotes = triple ? 3 : 1;
        if (!raw) {
            check(token, p + quotes, end - quotes, unicode && !isBytes);
        } else if (t.python2 && unicode && !isBytes) {
            checkRawUnicode(token, p + quotes, end - quotes);
        }
    }

    /** Checks literal text of an f-string that is not raw. */
    void checkText(int token) {
        check(token, t.tape.start(token), t.tape.end(token), true);
    }

    private void checkPrefix(int token) {
        if (t.level.isAtLeast(LanguageLevel.PY33) || t.python2) {
            return;
        }
        int first = t.bytes[t.tape.start(token)] | 0x20;
        if (first == 'u') {
            t.since(LanguageLevel.PY33, token, "the prefix u");
        } else if (first == 'r' && (t.bytes[t.tape.start(token) + 1] | 0x20) == 'b') {
            t.since(LanguageLevel.PY33, token, "the prefix rb");
        }
    }

    private void check(int token, int start, int end, boolean unicode) {
        final byte[] s = t.bytes;
        for (int p = start; p < end; p++) {
            if (s[p] == '\\') {
                p++;
                if (p < end && (s[p] == 'x' || unicode && (s[p] == 'u' || s[p] == 'U' || s[p] == 'N'))) {
                    p = escape(token, start, p, end, unicode);
                }
            }
        }
    }

    /** Only {@code \\u} and {@code \\U} mean something in 2.7's {@code ur''}, after an odd number of backslashes. */
    private void checkRawUnicode(int token, int start, int end) {
        final byte[] s = t.bytes;
        int backslashes = 0;
        for (int p = start; p < end; p++) {
            if (s[p] == '\\') {
                backslashes++;
                continue;
            }
            if (backslashes % 2 == 1 && (s[p] == 'u' || s[p] == 'U')) {
                escape(token, start, p, end, true);
            }
            backslashes = 0;
        }
    }

    /** Checks the escape whose letter is at {@code letter}; returns the offset of its last byte. */
    private int escape(int token, int start, int letter, int end, boolean unicode) {
        if (t.bytes[letter] == 'N') {
            return characterName(token, start, letter, end);
        }
        int wanted = t.bytes[letter] == 'x' ? 2 : t.bytes[letter] == 'u' ? 4 : 8;
        int p = letter + 1;
        long value = 0;
        while (p < end && p <= letter + wanted && Character.digit(t.bytes[p], 16) >= 0) {
            value = value * 16 + Character.digit(t.bytes[p], 16);
            p++;
        }
        if (p <= letter + wanted) {
            if (!unicode) {
                int position = t.source.text(start, letter - 1).length();
                throw t.failAt(token, "(value error) invalid \\x escape at position " + position);
            }
            String name = "\\" + (char) t.bytes[letter] + "X".repeat(wanted);
            throw undecodable(token, start, letter, p, "truncated " + name + " escape");
        }
        if (value > Character.MAX_CODE_POINT) {
            throw undecodable(token, start, letter, p, "illegal Unicode character");
        }
        return p - 1;
    }

    private int characterName(int token, int start, int letter, int end) {
        int p = letter + 1;
        if (p < end && t.bytes[p] == '{') {
            int close = p + 1;
            while (close < end && t.bytes[close] != '}') {
                close++;
            }
            if (close < end && close > p + 1) {
                if (CharacterNames.lookup(t.source.text(p + 1, close)) < 0) {
                    throw undecodable(token, start, letter, close + 1, "unknown Unicode character name");
                }
                return close;
            }
            p = close;
        }
        throw undecodable(token, start, letter, p, "malformed \\N character escape");
    }

    private SyntaxFailure undecodable(int token, int start, int letter, int end, String reason) {
        int from = escapedLength(start, letter - 1);
        int to = escapedLength(start, end) - 1;
        return t.failAt(
                token,
                "(unicode error) 'unicodeescape' codec can't decode bytes in position " + from + "-" + to + ": "
                        + reason);
    }

    /** CPython's positions count characters outside ASCII as ten, since it escapes them before it decodes. */
    private int escapedLength(int start, int end) {
        String text = t.source.text(start, end);
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            length += text.charAt(i) < 0x80 ? 1 : 10;
        }
        return length;
    }
}
