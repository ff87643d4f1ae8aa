package dev.codemod.source;

import java.util.Arrays;

/** Where the lines of a text start; {@code \n}, {@code \r\n} and {@code \r} all end a line, as for Python. */
final class LineTable {
    private LineTable() {}

    /** Returns the byte offset of every line's first byte, ascending; the last line may be empty. */
    static int[] starts(byte[] text) {
        int[] starts = new int[text.length / 32 + 16];
        int count = 1;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (b == '\n' || b == '\r') {
                if (b == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                    i++;
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
