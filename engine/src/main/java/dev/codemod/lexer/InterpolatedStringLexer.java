package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.util.Arrays;

/**
 * The text parts of f-strings and t-strings (PEP 701, PEP 750).
 *
 * <p>An interpolated string is a start token, text tokens, replacement fields and an end token. This class reads text;
 * the braces of a field and what is between them are ordinary tokens, read by {@link Lexer}, which comes back here
 * after the field's closing brace or after the colon that begins its format specification. One mode serves every
 * level: what 3.6 to 3.11 accept is a subset.
 *
 * <p>State: one frame for each string that is open, innermost last, and its fields on the {@link Brackets}. Text is a
 * format specification if a field of the innermost string is open.
 */
final class InterpolatedStringLexer {
    private final byte[] bytes;
    private final int maxNesting;
    private final TapeBuilder tape;
    private final Brackets brackets;
    private final StringLexer strings;

    private int frames;
    /** Token index of each open string's start token. */
    private int[] startTokens = new int[8];
    /** What {@link TapeBuilder#beginInterpolated} gave for each open string. */
    private int[] interpolations = new int[8];
    /** Depth of the brackets outside each open string. */
    private int[] baseDepths = new int[8];
    /** Three or one for each open string. */
    private int[] quoteCounts = new int[8];

    private boolean[] raws = new boolean[8];

    InterpolatedStringLexer(
            Source source, LanguageLevel level, TapeBuilder tape, Brackets brackets, StringLexer strings) {
        this.bytes = source.bytes();
        this.maxNesting = level.isAtLeast(LanguageLevel.PY312) ? 3 : 2;
        this.tape = tape;
        this.brackets = brackets;
        this.strings = strings;
    }

    /**
     * Adds the start token of a string whose prefix is at {@code start} and first quote at {@code quote}, and the text
     * up to its first field or its end.
     *
     * @return the offset after the last token added
     */
    int open(int start, int quote, boolean raw) {
        if (frames == startTokens.length) {
            grow();
        }
        int quotes = strings.quoteCount(quote);
        startTokens[frames] = tape.count;
        baseDepths[frames] = brackets.depth;
        quoteCounts[frames] = quotes;
        raws[frames] = raw;
        interpolations[frames] = tape.beginInterpolated();
        frames++;
        int text = quote + quotes;
        tape.add(TokenKind.FSTRING_START, start, text);
        return text(text);
    }

    /** Forgets all open strings. */
    void clear() {
        frames = 0;
    }

    boolean isInside() {
        return frames > 0;
    }

    /** Adds tokens from {@code start} in the innermost string's text; returns where ordinary tokens begin again. */
    int text(int start) {
        final byte[] s = bytes;
        int frame = frames - 1;
        int opening = tape.start(startTokens[frame]);
        byte quote = s[quoteOffset(opening)];
        boolean triple = quoteCounts[frame] == 3;
        boolean inSpec = brackets.depth > baseDepths[frame];
        boolean inName = false;
        int from = start;
        int p = start;
        while (p < s.length) {
            byte b = s[p];
            if (b == quote) {
                if (!triple) {
                    return close(from, p, p + 1);
                }
                if (p + 2 < s.length && s[p + 1] == quote && s[p + 2] == quote) {
                    return close(from, p, p + 3);
                }
                p++;
            } else if (b == '{') {
                if (inSpec || p + 1 == s.length || s[p + 1] != '{') {
                    return openField(from, p);
                }
                p += 2;
            } else if (b == '}') {
                if (inName) {
                    inName = false;
                    p++;
                } else if (inSpec) {
                    closeField(from, p);
                    inSpec = brackets.depth > baseDepths[frame];
                    p++;
                    from = p;
                } else {
                    p = closingBraceInText(p);
                }
            } else if (b == '\\') {
                boolean named = startsCharacterName(p, frame);
                inName |= named;
                p = named ? p + 3 : afterBackslash(p);
            } else if (!triple && (b == '\n' || b == '\r')) {
                break;
            } else {
                p++;
            }
        }
        return closeUnterminated(from, p, triple);
    }

    private void grow() {
        startTokens = Arrays.copyOf(startTokens, frames * 2);
        interpolations = Arrays.copyOf(interpolations, frames * 2);
        baseDepths = Arrays.copyOf(baseDepths, frames * 2);
        quoteCounts = Arrays.copyOf(quoteCounts, frames * 2);
        raws = Arrays.copyOf(raws, frames * 2);
    }

    private int quoteOffset(int opening) {
        int p = opening;
        while (bytes[p] != '"' && bytes[p] != '\'') {
            p++;
        }
        return p;
    }

    private void addText(int from, int end) {
        if (from < end) {
            tape.add(TokenKind.FSTRING_MIDDLE, from, end, strings.nonAsciiFlag(from, end));
        }
    }

    private int openField(int from, int brace) {
        addText(from, brace);
        if (brackets.depth - baseDepths[frames - 1] == maxNesting) {
            tape.problem(brace, kindName() + ": expressions nested too deeply");
        }
        brackets.pushField(tape.count);
        tape.addBracket(TokenKind.LBRACE, brace);
        return brace + 1;
    }

    /** Ends a format specification and its field. */
    private void closeField(int from, int brace) {
        addText(from, brace);
        tape.addBracket(TokenKind.RBRACE, brace);
        tape.pairWithLast(brackets.top());
        brackets.pop();
    }

    private int closingBraceInText(int brace) {
        if (brace + 1 < bytes.length && bytes[brace + 1] == '}') {
            return brace + 2;
        }
        tape.problem(brace, kindName() + ": single '}' is not allowed");
        return brace + 1;
    }

    /** Returns whether a backslash, N and brace stands at a backslash, whose braces are not those of a field. */
    private boolean startsCharacterName(int backslash, int frame) {
        return !raws[frame]
                && backslash + 2 < bytes.length
                && bytes[backslash + 1] == 'N'
                && bytes[backslash + 2] == '{';
    }

    /** A backslash does not escape a brace, not even in {@code f"\{x}"}. */
    private int afterBackslash(int backslash) {
        int next = backslash + 1;
        if (next < bytes.length && (bytes[next] == '{' || bytes[next] == '}')) {
            return next;
        }
        return strings.afterEscape(backslash);
    }

    private int close(int from, int end, int afterQuotes) {
        addText(from, end);
        if (brackets.depth > baseDepths[frames - 1]) {
            tape.problem(end, kindName() + ": expecting '}', or format specs");
        }
        return popFrame(end, afterQuotes, 0);
    }

    private int closeUnterminated(int from, int end, boolean triple) {
        addText(from, end);
        int opening = tape.start(startTokens[frames - 1]);
        boolean newlineInSpec = brackets.depth > baseDepths[frames - 1] && end < bytes.length;
        if (newlineInSpec) {
            tape.problem(
                    end,
                    kindName() + ": newlines are not allowed in format specifiers for single quoted " + kindName()
                            + "s");
        } else {
            tape.problem(
                    opening,
                    "unterminated " + (triple ? "triple-quoted " : "") + kindName() + " literal (detected at line "
                            + strings.lineOfEnd(opening, end) + ")");
        }
        return popFrame(end, end, TokenTape.UNTERMINATED);
    }

    /**
     * Ends the innermost string at quotes that would begin an unterminated one, if they are its own: then its field
     * lacks a brace.
     *
     * @return the offset after the quotes, or -1 if they are others
     */
    int closeInsideField(int quote) {
        if (frames == 0) {
            return -1;
        }
        int opening = quoteOffset(tape.start(startTokens[frames - 1]));
        int quotes = quoteCounts[frames - 1];
        if (bytes[quote] != bytes[opening] || strings.quoteCount(quote) != quotes) {
            return -1;
        }
        tape.problem(quote, kindName() + ": expecting '}'");
        return popFrame(quote, quote + quotes, 0);
    }

    private int popFrame(int start, int end, int flags) {
        frames--;
        brackets.depth = baseDepths[frames];
        tape.add(TokenKind.FSTRING_END, start, end, flags);
        tape.endInterpolated(interpolations[frames]);
        return end;
    }

    /** Returns {@code f-string} or {@code t-string}, as the innermost string is. */
    String kindName() {
        int p = tape.start(startTokens[frames - 1]);
        while (bytes[p] != '"' && bytes[p] != '\'') {
            if ((bytes[p] | 0x20) == 't') {
                return "t-string";
            }
            p++;
        }
        return "f-string";
    }
}
