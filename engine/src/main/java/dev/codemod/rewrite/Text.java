package dev.codemod.rewrite;

import java.nio.charset.StandardCharsets;

/** Small questions about lines and characters of a text in bytes. */
final class Text {
    private static final int TAB = 8;

    private Text() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns whether a byte can be part of a name or number; bytes outside ASCII can. */
    static boolean isWord(byte b) {
        return b < 0 || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\f';
    }

    static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    static boolean startsWith(byte[] text, int offset, byte[] prefix) {
        if (offset + prefix.length > text.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (text[offset + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the offset of the first byte of the line that {@code offset} is on, not before {@code limit}. */
    static int lineStart(byte[] text, int offset, int limit) {
        int p = offset;
        while (p > limit && !isLineEnd(text[p - 1])) {
            p--;
        }
        return p;
    }

    /** Returns the offset after the line end that follows {@code offset}, or {@code limit}. */
    static int nextLine(byte[] text, int offset, int limit) {
        int p = offset;
        while (p < limit && !isLineEnd(text[p])) {
            p++;
        }
        return skipLineEnd(text, p, limit);
    }

    /** Returns the offset after the line end at {@code offset}, if there is one. */
    static int skipLineEnd(byte[] text, int offset, int limit) {
        if (offset >= limit || !isLineEnd(text[offset])) {
            return offset;
        }
        boolean pair = text[offset] == '\r' && offset + 1 < limit && text[offset + 1] == '\n';
        return offset + (pair ? 2 : 1);
    }

    /** Returns the offset of the line end that ends the line {@code [start, end)}, or {@code end} if it has none. */
    static int lineContentEnd(byte[] text, int start, int end) {
        int p = end;
        if (p > start && text[p - 1] == '\n') {
            p--;
        }
        if (p > start && text[p - 1] == '\r') {
            p--;
        }
        return p;
    }

    static int skipBlanks(byte[] text, int offset, int limit) {
        int p = offset;
        while (p < limit && isBlank(text[p])) {
            p++;
        }
        return p;
    }

    /** Returns whether the line that starts at {@code line} has nothing but blanks; false for what ends the text. */
    static boolean isBlankLine(byte[] text, int line) {
        int p = skipBlanks(text, line, text.length);
        return p < text.length && isLineEnd(text[p]);
    }

    /** Returns whether there is a line end in {@code [from, to)}. */
    static boolean hasLineEnd(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isLineEnd(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns the column of {@code to} on the line that starts at {@code from}, tabs to the next multiple of 8. */
    static int column(byte[] text, int from, int to) {
        int column = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == '\t') {
                column = (column / TAB + 1) * TAB;
            } else if (text[i] == '\f') {
                column = 0;
            } else {
                column++;
            }
        }
        return column;
    }

    /** Returns where a line of {@code text} ends with {@code part}, at or after an offset, or -1. */
    static int indexOfLineEnd(byte[] text, byte[] part, int from) {
        for (int i = from; i + part.length <= text.length; i++) {
            int end = i + part.length;
            if ((end == text.length || isLineEnd(text[end])) && startsWith(text, i, part)) {
                return i;
            }
        }
        return -1;
    }
}
