package dev.codemod.jython;

import java.nio.charset.StandardCharsets;

/**
 * A Python 2 source in the form that Jython's lexer understands as CPython's does.
 *
 * <p>Jython's parser rejects a byte order mark, {@code \r} as a line break, and a form feed after a token. It evaluates
 * literals while it parses, and needs the interpreter for {@code \N} and for surrogates: so the escapes that mean code
 * points are made unreadable. What stands inside literals changes, the syntax does not.
 */
final class NormalizedText {
    private NormalizedText() {}

    /**
     * Decodes byte by byte: outside of literals and comments Python 2 is ASCII, and so no charset has to be known and
     * no invalid byte can fail.
     */
    static String of(byte[] source) {
        byte[] out = new byte[source.length];
        int length = 0;
        int lineStart = 0;
        boolean blankSoFar = true;
        for (int i = hasByteOrderMark(source) ? 3 : 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '\r') {
                if (i + 1 < source.length && source[i + 1] == '\n') {
                    continue;
                }
                b = '\n';
            } else if (b == '\f') {
                if (blankSoFar) {
                    // CPython's tokenizer starts counting columns anew at a form feed in the indentation.
                    length = lineStart;
                    continue;
                }
                b = ' ';
            }
            out[length++] = b;
            if (b == '\\' && i + 1 < source.length && source[i + 1] > ' ') {
                // A pair, so that the second of two backslashes starts nothing. Outside of literals and comments it is
                // an
                // error, and '?', which is no token of Python, keeps it one.
                byte escaped = source[++i];
                if (isCodePointEscape(escaped)) {
                    out[length - 1] = '?';
                    escaped = '?';
                }
                out[length++] = escaped;
                blankSoFar = false;
            } else if (b == '\n') {
                lineStart = length;
                blankSoFar = true;
            } else if (b != ' ' && b != '\t') {
                blankSoFar = false;
            }
        }
        return new String(out, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isCodePointEscape(byte b) {
        return b == 'N' || b == 'u' || b == 'U' || b == 'x';
    }

    private static boolean hasByteOrderMark(byte[] source) {
        return source.length >= 3 && source[0] == (byte) 0xEF && source[1] == (byte) 0xBB && source[2] == (byte) 0xBF;
    }
}
