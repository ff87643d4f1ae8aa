package dev.codemod.source;

import java.util.List;

/** Applies {@link TextEdit}s to bytes. */
public final class TextEdits {
    private TextEdits() {}

    /**
     * Returns a copy of {@code bytes} with all edits made.
     *
     * @param edits sorted by start and disjoint, offsets in {@code bytes}; several insertions at one offset are made in
     *     the order of the list
     * @throws IllegalArgumentException if two edits overlap, are out of order or reach past the end
     */
    public static byte[] apply(byte[] bytes, List<TextEdit> edits) {
        byte[] result = new byte[resultLength(bytes.length, edits)];
        int from = 0;
        int to = 0;
        for (TextEdit edit : edits) {
            int kept = edit.start() - from;
            System.arraycopy(bytes, from, result, to, kept);
            to += kept;
            System.arraycopy(edit.replacement(), 0, result, to, edit.replacement().length);
            to += edit.replacement().length;
            from = edit.end();
        }
        System.arraycopy(bytes, from, result, to, bytes.length - from);
        return result;
    }

    private static int resultLength(int length, List<TextEdit> edits) {
        int result = length;
        int previousEnd = 0;
        for (TextEdit edit : edits) {
            if (edit.start() < previousEnd || edit.end() > length) {
                throw new IllegalArgumentException("edit " + edit.start() + ".." + edit.end()
                        + " overlaps the one before it or reaches past the end at " + length);
            }
            previousEnd = edit.end();
            result = Math.addExact(result, edit.replacement().length - (edit.end() - edit.start()));
        }
        return result;
    }
}
