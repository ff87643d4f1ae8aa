package dev.codemod.ast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Reads dumps as text, for what cannot be compared with every Python. */
final class DumpText {
    private static final byte[] STRING = "JoinedStr".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ALIAS = "alias".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POSITION = "lineno=".getBytes(StandardCharsets.US_ASCII);

    private DumpText() {}

    /**
     * Returns a dump without the positions of what is inside of f-strings.
     *
     * @param aliasesToo whether to leave out the positions of imported names as well
     */
    static byte[] withoutPositionsInStrings(byte[] dump, boolean aliasesToo) {
        byte[] out = new byte[dump.length];
        int length = 0;
        int strings = 0;
        Deque<Boolean> open = new ArrayDeque<>();
        boolean alias = false;
        int nameStart = 0;
        for (int i = 0; i < dump.length; i++) {
            byte b = dump[i];
            if (b == '\'' || b == '"') {
                int end = endOfString(dump, i);
                System.arraycopy(dump, i, out, length, end - i);
                length += end - i;
                i = end - 1;
                nameStart = end;
                continue;
            }
            if (b == '(') {
                boolean string = Arrays.equals(dump, nameStart, i, STRING, 0, STRING.length);
                open.push(string);
                strings += string ? 1 : 0;
                alias = aliasesToo && Arrays.equals(dump, nameStart, i, ALIAS, 0, ALIAS.length);
            } else if (b == ')') {
                strings -= open.pop() ? 1 : 0;
                alias = false;
            }
            if (!Character.isLetterOrDigit(b)) {
                nameStart = i + 1;
            }
            if (b == 'l' && startsWith(dump, i, POSITION) && (alias || strings > (open.peek() ? 1 : 0))) {
                // The four fields of a position are the last ones of their node.
                while (dump[i] != ')') {
                    i++;
                }
                length -= out[length - 1] == ' ' ? 2 : 0;
                i--;
                nameStart = i + 1;
            } else {
                out[length++] = b;
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** Returns a dump with the escapes that Python's {@code ascii} writes for characters beyond ASCII. */
    static byte[] ascii(byte[] dump) {
        for (byte b : dump) {
            if (b < 0) {
                StringBuilder ascii = new StringBuilder(dump.length + 64);
                new String(dump, StandardCharsets.UTF_8).codePoints().forEach(c -> append(c, ascii));
                return ascii.toString().getBytes(StandardCharsets.US_ASCII);
            }
        }
        return dump;
    }

    private static void append(int codePoint, StringBuilder ascii) {
        if (codePoint < 0x80) {
            ascii.append((char) codePoint);
        } else {
            String format = codePoint < 0x100 ? "\\x%02x" : codePoint < 0x10000 ? "\\u%04x" : "\\U%08x";
            ascii.append(String.format(format, codePoint));
        }
    }

    private static boolean startsWith(byte[] text, int offset, byte[] word) {
        return offset + word.length <= text.length
                && Arrays.equals(text, offset, offset + word.length, word, 0, word.length);
    }

    private static int endOfString(byte[] text, int start) {
        int i = start + 1;
        while (text[i] != text[start]) {
            i += text[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** Returns the surroundings of the first difference of two dumps. */
    static String difference(byte[] expected, byte[] actual) {
        int at = Arrays.mismatch(expected, actual);
        return "\n  expected: " + excerpt(expected, at) + "\n  actual:   " + excerpt(actual, at);
    }

    private static String excerpt(byte[] text, int at) {
        int from = Math.max(0, at - 150);
        int to = Math.min(text.length, at + 150);
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
