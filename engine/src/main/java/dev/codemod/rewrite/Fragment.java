package dev.codemod.rewrite;

import java.util.Arrays;
import java.util.List;

/**
 * A piece of output text on its way to its place: bytes that may come from several texts.
 *
 * <p>Lines after the first carry their indentation; the first starts at its first token. Some lines are
 * <em>frozen</em>: they start inside a string, or are indented less than their surroundings, and keep their indentation
 * wherever the fragment goes.
 *
 * @param bytes the text
 * @param frozen offsets in {@code bytes} of the first bytes of frozen lines, ascending
 * @param base the indentation of the line that the fragment came from
 * @param displaced comments that had no place in the text and must be kept near it
 */
record Fragment(byte[] bytes, int[] frozen, byte[] base, List<DisplacedComment> displaced) {
    private static final byte[] NOTHING = {};
    private static final int[] NO_LINES = {};

    static final Fragment EMPTY = new Fragment(NOTHING, NO_LINES, NOTHING, List.of());

    /** Returns a fragment of ASCII text on one line. */
    static Fragment of(String text) {
        return new Fragment(Text.ascii(text), NO_LINES, NOTHING, List.of());
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns whether the text has more than one line. */
    boolean hasLineBreak() {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Returns the fragment between two pieces of text on one line. */
    Fragment between(String before, String after) {
        FragmentBuilder builder = new FragmentBuilder();
        builder.append(before);
        builder.append(this);
        builder.append(after);
        return builder.build(base);
    }

    /**
     * Returns the fragment with the indentation {@code base} of its lines replaced by {@code target}.
     *
     * <p>Frozen and blank lines stay as they are, and so does a line that is not indented by the base, which is legal
     * inside brackets; it becomes frozen.
     */
    Fragment indentedBy(byte[] target) {
        if (!hasLineBreak()) {
            return new Fragment(bytes, frozen, target, displaced);
        }
        FragmentBuilder builder = new FragmentBuilder();
        builder.appendIndented(this, target);
        builder.displace(displaced);
        return builder.build(target);
    }

    /** Returns the fragment with every line break replaced, those inside strings excepted. */
    Fragment withLineBreaks(byte[] newline) {
        if (!hasLineBreak()) {
            return this;
        }
        FragmentBuilder builder = new FragmentBuilder();
        builder.appendWithLineBreaks(this, newline);
        builder.displace(displaced);
        return builder.build(base);
    }

    /** Returns the fragment without the line ends at its end. */
    Fragment withoutFinalLineEnd() {
        int end = bytes.length;
        while (end > 0 && Text.isLineEnd(bytes[end - 1])) {
            end--;
        }
        return end == bytes.length ? this : new Fragment(Arrays.copyOf(bytes, end), frozen, base, displaced);
    }
}
