package dev.codemod.lexer;

import dev.codemod.source.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * The significant tokens of one text, in order; everything between them is trivia.
 *
 * <p>Guarantees: {@code end(i) <= start(i + 1)}, and the bytes between two tokens (the <em>gap</em>) are only blanks,
 * comments, line breaks, backslash-newlines, form feeds and, before the first token, a byte order mark. So gaps and
 * tokens together are exactly the text: this is the whole proof that the tree loses nothing.
 *
 * <h2>Layout</h2>
 *
 * <p>A struct of arrays, 10 bytes a token, no object for a token or a piece of trivia: 99.8 % of all gaps are empty or
 * one space, which the offsets already say. A bracket is one byte long, so its place for the end holds its partner; the
 * starts and ends of interpolated strings are token indexes in two small arrays, ascending by start.
 * {@code INDENT} and {@code DEDENT} are zero-width and stand at the first token of their line ({@code DEDENT} at the end
 * of the file: at its end). {@code NEWLINE} covers its own bytes and is zero-width where the file ends without one. The
 * last token is {@code EOF}, zero-width, at the end of the text.
 * The arrays may be longer than {@link #count()}.
 */
public final class TokenTape {
    /** A line break lies in the gap before the token. */
    public static final byte LINE_BREAK_BEFORE = 1;

    /** A comment lies in the gap before the token. */
    public static final byte COMMENT_BEFORE = 2;

    /** A backslash continuation lies in the gap before the token. */
    public static final byte BACKSLASH_BEFORE = 4;

    /** The token has bytes outside ASCII. */
    public static final byte NON_ASCII = 8;

    /** A string that its line or the file ends before its quotes do. */
    public static final byte UNTERMINATED = 16;

    private final byte[] kinds;
    private final byte[] flags;
    private final int[] starts;
    private final int[] ends;
    private final int count;
    private final int[] comments;
    private final int[] stringStarts;
    private final int[] stringEnds;
    private final List<Problem> problems;

    TokenTape(
            byte[] kinds,
            byte[] flags,
            int[] starts,
            int[] ends,
            int count,
            int[] comments,
            int[] stringStarts,
            int[] stringEnds,
            List<Problem> problems) {
        this.kinds = kinds;
        this.flags = flags;
        this.starts = starts;
        this.ends = ends;
        this.count = count;
        this.comments = comments;
        this.stringStarts = stringStarts;
        this.stringEnds = stringEnds;
        this.problems = problems;
    }

    /** Returns the number of tokens, {@code EOF} included. */
    public int count() {
        return count;
    }

    /** Returns the {@link TokenKind} of a token. */
    public byte kind(int token) {
        return kinds[token];
    }

    /** Returns the flags of a token. */
    public byte flags(int token) {
        return flags[token];
    }

    /** Returns whether a token has a flag. */
    public boolean has(int token, byte flag) {
        return (flags[token] & flag) != 0;
    }

    /** Returns the byte offset of a token's first byte. */
    public int start(int token) {
        return starts[token];
    }

    /** Returns the byte offset after a token's last byte. */
    public int end(int token) {
        return isBracket(kinds[token]) ? starts[token] + 1 : ends[token];
    }

    /** Returns the number of comments. */
    public int commentCount() {
        return comments.length / 2;
    }

    /** Returns the byte offset of a comment's {@code #}. */
    public int commentStart(int comment) {
        return comments[2 * comment];
    }

    /** Returns the byte offset after a comment's last byte, its line break excluded. */
    public int commentEnd(int comment) {
        return comments[2 * comment + 1];
    }

    /**
     * Returns the closing bracket of an opening one and the other way round, and likewise for the start and end of an
     * f-string.
     *
     * @return the partner's token index, or 0 for a token without one
     */
    public int partner(int token) {
        byte kind = kinds[token];
        if (isBracket(kind)) {
            return ends[token];
        }
        return kind == TokenKind.FSTRING_START || kind == TokenKind.FSTRING_END ? interpolatedPartner(token) : 0;
    }

    static boolean isBracket(byte kind) {
        return kind >= TokenKind.LPAR && kind <= TokenKind.RBRACE;
    }

    /** An end belongs to the last start before it that has no other end: strings nest. */
    private int interpolatedPartner(int token) {
        int found = Arrays.binarySearch(stringStarts, token);
        if (found >= 0) {
            return stringEnds[found];
        }
        int string = -found - 2;
        while (stringEnds[string] != token) {
            string--;
        }
        return stringStarts[string];
    }

    /** Returns the errors found while lexing, in order of their offsets. */
    public List<Problem> problems() {
        return problems;
    }
}
