package dev.codemod.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects bytes and frozen lines of a {@link Fragment}. */
final class FragmentBuilder {
    private byte[] bytes = new byte[64];
    private int size;
    private int[] frozen = new int[4];
    private int frozenCount;
    private final List<DisplacedComment> displaced = new ArrayList<>(0);

    int size() {
        return size;
    }

    /** Returns the last byte, 0 if there is none. */
    byte last() {
        return size == 0 ? 0 : bytes[size - 1];
    }

    void append(byte[] text, int from, int to) {
        reserve(to - from);
        System.arraycopy(text, from, bytes, size, to - from);
        size += to - from;
    }

    void append(byte[] text) {
        append(text, 0, text.length);
    }

    void append(byte b) {
        reserve(1);
        bytes[size++] = b;
    }

    void append(String ascii) {
        append(Text.ascii(ascii));
    }

    /** Appends a fragment with its frozen lines and displaced comments. */
    void append(Fragment fragment) {
        for (int line : fragment.frozen()) {
            freeze(size + line);
        }
        append(fragment.bytes());
        displaced.addAll(fragment.displaced());
    }

    /** Notes that the next byte starts a frozen line. */
    void freezeHere() {
        freeze(size);
    }

    private void freeze(int line) {
        if (frozenCount == frozen.length) {
            frozen = Arrays.copyOf(frozen, frozenCount * 2);
        }
        frozen[frozenCount++] = line;
    }

    void displace(List<DisplacedComment> comments) {
        displaced.addAll(comments);
    }

    /** See {@link Fragment#indentedBy}. */
    void appendIndented(Fragment fragment, byte[] target) {
        byte[] text = fragment.bytes();
        byte[] base = fragment.base();
        int line = 0;
        int nextFrozen = 0;
        while (line < text.length) {
            int end = Text.nextLine(text, line, text.length);
            boolean isFrozen = nextFrozen < fragment.frozen().length && fragment.frozen()[nextFrozen] == line;
            if (isFrozen) {
                nextFrozen++;
            }
            if (isFrozen) {
                freezeHere();
                append(text, line, end);
            } else if (line == 0 || Text.isBlankLine(text, line)) {
                append(text, line, end);
            } else if (Text.startsWith(text, line, base)) {
                append(target);
                append(text, line + base.length, end);
            } else {
                freezeHere();
                append(text, line, end);
            }
            line = end;
        }
    }

    /** See {@link Fragment#withLineBreaks}. */
    void appendWithLineBreaks(Fragment fragment, byte[] newline) {
        byte[] text = fragment.bytes();
        int line = 0;
        int nextFrozen = 0;
        while (line < text.length) {
            int end = Text.nextLine(text, line, text.length);
            int content = Text.lineContentEnd(text, line, end);
            if (nextFrozen < fragment.frozen().length && fragment.frozen()[nextFrozen] == line) {
                nextFrozen++;
                freezeHere();
            }
            append(text, line, content);
            boolean nextIsFrozen = nextFrozen < fragment.frozen().length && fragment.frozen()[nextFrozen] == end;
            if (content < end) {
                append(nextIsFrozen ? Arrays.copyOfRange(text, content, end) : newline);
            }
            line = end;
        }
    }

    /** Returns what was collected, as coming from a line indented by {@code base}. */
    Fragment build(byte[] base) {
        return new Fragment(
                Arrays.copyOf(bytes, size), Arrays.copyOf(frozen, frozenCount), base, List.copyOf(displaced));
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }
}
