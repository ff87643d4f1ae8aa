package dev.codemod.source;

import static java.util.Objects.requireNonNull;

/**
 * The replacement of one range of bytes; an insertion where the range is empty.
 *
 * @param start byte offset of the first replaced byte
 * @param end byte offset after the last replaced byte
 * @param replacement the bytes that come instead, not to be modified by anyone once passed in
 */
public record TextEdit(int start, int end, byte[] replacement) {
    public TextEdit {
        requireNonNull(replacement, "replacement is null");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + ".." + end);
        }
    }
}
