package dev.codemod.lexer;

import dev.codemod.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Grows the arrays of a {@link TokenTape}. The flags of a gap are collected until its token comes. */
final class TapeBuilder {
    private static final int[] NONE = {};

    int count;

    private byte[] kinds;
    private byte[] flags;
    private int[] starts;
    private int[] ends;
    private int[] interpolated = NONE;
    private int interpolatedLength;
    private int[] comments = NONE;
    private int commentLength;
    private int gapFlags;
    private final List<Problem> problems = new ArrayList<>(0);

    /** Sizes the arrays for the average of more than five bytes a token. */
    TapeBuilder(int length) {
        int capacity = length / 5 + 64;
        kinds = new byte[capacity];
        flags = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    void add(byte kind, int start, int end) {
        int i = count;
        if (i == kinds.length) {
            resize(i + (i >> 1));
        }
        kinds[i] = kind;
        starts[i] = start;
        ends[i] = end;
        if (gapFlags != 0) {
            flags[i] = (byte) gapFlags;
            gapFlags = 0;
        }
        count = i + 1;
    }

    /** Adds a token with flags of its own. */
    void add(byte kind, int start, int end, int ownFlags) {
        gapFlags |= ownFlags;
        add(kind, start, end);
    }

    /** Notes what lies in the gap before the next token. */
    void gap(int flag) {
        gapFlags |= flag;
    }

    void comment(int start, int end) {
        gapFlags |= TokenTape.COMMENT_BEFORE;
        if (commentLength + 2 > comments.length) {
            comments = Arrays.copyOf(comments, commentLength + (commentLength >> 1) + 16);
        }
        comments[commentLength++] = start;
        comments[commentLength++] = end;
    }

    /** Adds a bracket, which has no partner yet: its place on the tape for the end holds the partner. */
    void addBracket(byte kind, int start) {
        add(kind, start, 0);
    }

    /** Makes the last token added and an earlier one, both brackets, partners of each other. */
    void pairWithLast(int opening) {
        int closing = count - 1;
        ends[opening] = closing;
        ends[closing] = opening;
    }

    /** Announces that the next token starts an interpolated string; returns what {@link #endInterpolated} needs. */
    int beginInterpolated() {
        if (interpolatedLength == interpolated.length) {
            interpolated = Arrays.copyOf(interpolated, interpolatedLength * 2 + 16);
        }
        interpolated[interpolatedLength] = count;
        interpolatedLength += 2;
        return interpolatedLength - 1;
    }

    /** Makes the last token added the end of an interpolated string. */
    void endInterpolated(int begun) {
        interpolated[begun] = count - 1;
    }

    void problem(int offset, String message) {
        problems.add(new Problem(offset, message));
    }

    byte kind(int token) {
        return kinds[token];
    }

    int start(int token) {
        return starts[token];
    }

    TokenTape build() {
        if (count < kinds.length - (kinds.length >> 2)) {
            resize(count);
        }
        problems.sort(Comparator.comparingInt(Problem::offset));
        return new TokenTape(
                kinds,
                flags,
                starts,
                ends,
                count,
                Arrays.copyOf(comments, commentLength),
                Arrays.copyOf(interpolated, interpolatedLength),
                List.copyOf(problems));
    }

    private void resize(int capacity) {
        kinds = Arrays.copyOf(kinds, capacity);
        flags = Arrays.copyOf(flags, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }
}
