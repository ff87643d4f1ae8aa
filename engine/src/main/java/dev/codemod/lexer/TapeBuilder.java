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
    private int[] stringStarts = NONE;
    private int[] stringEnds = NONE;
    private int stringCount;
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
        if (stringCount == stringStarts.length) {
            stringStarts = Arrays.copyOf(stringStarts, stringCount * 2 + 8);
            stringEnds = Arrays.copyOf(stringEnds, stringCount * 2 + 8);
        }
        stringStarts[stringCount] = count;
        stringEnds[stringCount] = 0;
        return stringCount++;
    }

    /** Makes the last token added the end of an interpolated string. */
    void endInterpolated(int begun) {
        stringEnds[begun] = count - 1;
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

    /** Returns the offset after a token. */
    int end(int token) {
        return TokenTape.isBracket(kinds[token]) ? starts[token] + 1 : ends[token];
    }

    /** Returns the partner of an opening bracket or of the start of an interpolated string, else 0. */
    int partner(int token) {
        if (kinds[token] == TokenKind.FSTRING_START) {
            return stringEnds[Arrays.binarySearch(stringStarts, 0, stringCount, token)];
        }
        return TokenTape.isBracket(kinds[token]) ? ends[token] : 0;
    }

    /** Returns whether a token is the first on its line and the line before does not end with a backslash. */
    boolean startsLine(int token) {
        return (flags[token] & (TokenTape.LINE_BREAK_BEFORE | TokenTape.BACKSLASH_BEFORE))
                == TokenTape.LINE_BREAK_BEFORE;
    }

    /** Drops the tokens from {@code token} on, none of which is the partner of one before it. */
    void truncate(int token) {
        Arrays.fill(flags, token, count, (byte) 0);
        gapFlags = 0;
        count = token;
        int end = end(token - 1);
        while (commentLength > 0 && comments[commentLength - 2] >= end) {
            commentLength -= 2;
        }
        while (stringCount > 0 && stringStarts[stringCount - 1] >= token) {
            stringCount--;
        }
        problems.removeIf(problem -> problem.offset() >= end);
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
                Arrays.copyOf(stringStarts, stringCount),
                Arrays.copyOf(stringEnds, stringCount),
                List.copyOf(problems));
    }

    private void resize(int capacity) {
        kinds = Arrays.copyOf(kinds, capacity);
        flags = Arrays.copyOf(flags, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }
}
