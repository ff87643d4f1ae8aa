package dev.codemod.source;

import java.nio.charset.StandardCharsets;

/**
 * The encoding declaration of PEP 263: a comment alone on line 1, or on line 2 if line 1 is blank or a comment, that
 * matches {@code ^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)}.
 *
 * @param name the encoding as written
 * @param start byte offset of the name
 * @param end byte offset after the name
 */
record Cookie(String name, int start, int end) {
    private static final byte[] WORD = "coding".getBytes(StandardCharsets.US_ASCII);

    /**
     * Returns the declaration in a text, or null if there is none.
     *
     * @param textStart offset of the first byte after a byte order mark
     */
    static Cookie find(byte[] text, int textStart) {
        int line = textStart;
        for (int i = 0; i < 2; i++) {
            int start = skipBlanks(text, line);
            if (start < text.length && text[start] == '#') {
                int end = endOfLine(text, start);
                Cookie cookie = inComment(text, start, end);
                if (cookie != null) {
                    return cookie;
                }
                start = end;
            }
            if (start == text.length || text[start] != '\n' && text[start] != '\r') {
                return null;
            }
            boolean crLf = text[start] == '\r' && start + 1 < text.length && text[start + 1] == '\n';
            line = start + (crLf ? 2 : 1);
        }
        return null;
    }

    private static Cookie inComment(byte[] text, int start, int end) {
        for (int p = start; p + WORD.length < end; p++) {
            if (isWordAt(text, p)) {
                int separator = p + WORD.length;
                int from = separator + 1;
                while (from < end && (text[from] == ' ' || text[from] == '\t')) {
                    from++;
                }
                int to = from;
                while (to < end && isNamePart(text[to])) {
                    to++;
                }
                if ((text[separator] == ':' || text[separator] == '=') && to > from) {
                    return new Cookie(new String(text, from, to - from, StandardCharsets.US_ASCII), from, to);
                }
            }
        }
        return null;
    }

    private static boolean isWordAt(byte[] text, int offset) {
        for (int i = 0; i < WORD.length; i++) {
            if (text[offset + i] != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNamePart(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '.';
    }

    private static int skipBlanks(byte[] text, int start) {
        int p = start;
        while (p < text.length && (text[p] == ' ' || text[p] == '\t' || text[p] == '\f')) {
            p++;
        }
        return p;
    }

    private static int endOfLine(byte[] text, int start) {
        int p = start;
        while (p < text.length && text[p] != '\n' && text[p] != '\r') {
            p++;
        }
        return p;
    }
}
