package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import java.nio.charset.StandardCharsets;

/**
 * The reserved words of one language level behind a perfect hash of first, second and last letter and length.
 *
 * <p>Words that are reserved at other levels only are absent, so that they stay names ({@code print} and {@code exec}
 * at every level, since only the parser knows about {@code from __future__ import print_function}).
 */
final class Keywords {
    static final int SHORTEST = 2;
    static final int LONGEST = 8;

    private static final Keywords PYTHON_2 = new Keywords(LanguageLevel.PY27);
    private static final Keywords BEFORE_ASYNC = new Keywords(LanguageLevel.PY36);
    private static final Keywords PYTHON_3 = new Keywords(LanguageLevel.LATEST);

    private final byte[][] words = new byte[128][];
    private final byte[] kinds = new byte[128];

    private Keywords(LanguageLevel level) {
        for (int kind = TokenKind.FALSE; kind < TokenKind.COUNT; kind++) {
            if (isReserved((byte) kind, level)) {
                byte[] word = TokenKind.name((byte) kind).getBytes(StandardCharsets.US_ASCII);
                int hash = hash(word[0], word[1], word[word.length - 1], word.length);
                words[hash] = word;
                kinds[hash] = (byte) kind;
            }
        }
    }

    static Keywords at(LanguageLevel level) {
        if (level.isPython2()) {
            return PYTHON_2;
        }
        return level.isAtLeast(LanguageLevel.PY37) ? PYTHON_3 : BEFORE_ASYNC;
    }

    /** Returns the kind of the word at {@code start..end}, {@link TokenKind#NAME} unless it is reserved. */
    byte kind(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < SHORTEST || length > LONGEST) {
            return TokenKind.NAME;
        }
        int hash = hash(bytes[start], bytes[start + 1], bytes[end - 1], length);
        byte kind = kinds[hash];
        return kind != 0 && isWord(bytes, start, length, words[hash]) ? kind : TokenKind.NAME;
    }

    private static boolean isWord(byte[] bytes, int start, int length, byte[] word) {
        if (word.length != length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a keyword can only stand where a statement starts (or after {@code else} and the like), never
     * inside brackets: the lexer takes one at the start of a line as proof that a bracket was never closed.
     */
    static boolean startsStatementOnly(byte kind) {
        switch (kind) {
            case TokenKind.ASSERT:
            case TokenKind.BREAK:
            case TokenKind.CLASS:
            case TokenKind.CONTINUE:
            case TokenKind.DEF:
            case TokenKind.DEL:
            case TokenKind.ELIF:
            case TokenKind.EXCEPT:
            case TokenKind.FINALLY:
            case TokenKind.GLOBAL:
            case TokenKind.IMPORT:
            case TokenKind.NONLOCAL:
            case TokenKind.PASS:
            case TokenKind.RAISE:
            case TokenKind.RETURN:
            case TokenKind.TRY:
            case TokenKind.WHILE:
            case TokenKind.WITH:
                return true;
            default:
                return false;
        }
    }

    private static boolean isReserved(byte kind, LanguageLevel level) {
        switch (kind) {
            case TokenKind.FALSE:
            case TokenKind.NONE:
            case TokenKind.TRUE:
            case TokenKind.NONLOCAL:
                return !level.isPython2();
            case TokenKind.ASYNC:
            case TokenKind.AWAIT:
                return level.isAtLeast(LanguageLevel.PY37);
            default:
                return true;
        }
    }

    private static int hash(int first, int second, int last, int length) {
        return (first ^ last * 27 ^ length * 5 ^ second) & 127;
    }
}
