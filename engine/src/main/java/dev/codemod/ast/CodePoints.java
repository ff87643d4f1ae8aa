package dev.codemod.ast;

import java.util.Arrays;

/**
 * A growable sequence of code points, or of byte values.
 *
 * <p>Python's strings are code points and may hold surrogates, even a high one before a low one; a Java string could not
 * tell that pair from the character that it encodes.
 */
final class CodePoints {
    private int[] values = new int[64];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, length * 2);
        }
        values[length++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values, length);
    }
}
