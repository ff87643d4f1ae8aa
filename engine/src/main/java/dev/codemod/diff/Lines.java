package dev.codemod.diff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text cut into lines without copying it.
 *
 * <p>A line includes its {@code \n}; only {@code \n} ends a line, because that is the one terminator that diff tools
 * know. The last line may lack it, and then differs from the same line with it: that difference is what the
 * "No newline at end of file" marker says.
 */
final class Lines {
    private final byte[] bytes;

    /** Offsets of line starts; entry {@code count} is the length of the text. */
    private final int[] starts;

    private final int count;

    Lines(byte[] bytes) {
        this.bytes = bytes;
        int[] found = new int[bytes.length / 24 + 16];
        int n = 0;
        int start = 0;
        while (start < bytes.length) {
            if (n + 1 >= found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[n++] = start;
            start = lineEnd(bytes, start);
        }
        found[n] = bytes.length;
        this.starts = found;
        this.count = n;
    }

    private static int lineEnd(byte[] bytes, int start) {
        int i = start;
        while (i < bytes.length) {
            if (bytes[i++] == '\n') {
                break;
            }
        }
        return i;
    }

    int count() {
        return count;
    }

    /** Returns the offset of the first byte of line {@code index}, counted from 0. */
    int start(int index) {
        return starts[index];
    }

    /** Returns the offset after the last byte of line {@code index}, its {@code \n} included. */
    int end(int index) {
        return starts[index + 1];
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isTerminated(int index) {
        return bytes[end(index) - 1] == '\n';
    }

    boolean sameLine(int index, Lines other, int otherIndex) {
        return Arrays.equals(
                bytes, start(index), end(index), other.bytes, other.start(otherIndex), other.end(otherIndex));
    }

    /**
     * Returns lines {@code from} to {@code to} as strings, one char a byte, for algorithms that compare objects.
     */
    List<String> strings(int from, int to) {
        String[] lines = new String[to - from];
        for (int i = from; i < to; i++) {
            lines[i - from] = new String(bytes, start(i), end(i) - start(i), StandardCharsets.ISO_8859_1);
        }
        return Arrays.asList(lines);
    }
}
