package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import java.util.Arrays;

/**
 * The start of logical lines: skips blank lines and lines with only a comment, and turns the rest's indentation into
 * {@code INDENT} and {@code DEDENT} tokens.
 *
 * <p>As CPython does it, every column is counted twice, with tabs to the next multiple of 8 and with tabs as one blank;
 * Python 3 demands that both counts agree about which of two lines is deeper. A form feed starts counting anew. A
 * backslash continuation within the indentation freezes the column that stands before it.
 */
final class Indentation {
    private static final int TAB = 8;

    /** CPython's MAXINDENT is 100, level 0 included. */
    private static final int MAX_LEVELS = 99;

    private final byte[] bytes;
    private final LanguageLevel level;
    private final TapeBuilder tape;

    private int depth;
    private int[] columns = new int[32];
    private int[] tabAsOneColumns = new int[32];

    // What measure() found.
    private int column;
    private int tabAsOneColumn;

    Indentation(byte[] bytes, LanguageLevel level, TapeBuilder tape) {
        this.bytes = bytes;
        this.level = level;
        this.tape = tape;
    }

    /**
     * Adds the indentation tokens of the next logical line.
     *
     * @param start offset of the first byte of a line
     * @return the offset of the logical line's first token, or the end of the text
     */
    int startLine(int start) {
        final byte[] s = bytes;
        int p = start;
        while (p < s.length) {
            int line = p;
            while (p < s.length && s[p] == ' ') {
                p++;
            }
            column = p - line;
            tabAsOneColumn = column;
            if (p < s.length && (s[p] == '\t' || s[p] == '\f' || s[p] == '\\')) {
                p = measure(line);
            }
            if (p < s.length && s[p] == '#') {
                p = skipComment(p);
            }
            if (p == s.length) {
                break;
            }
            byte b = s[p];
            if (b != '\n' && b != '\r') {
                indentTo(p);
                return p;
            }
            p++;
            if (b == '\r' && p < s.length && s[p] == '\n') {
                p++;
            }
            tape.gap(TokenTape.LINE_BREAK_BEFORE);
        }
        return p;
    }

    /** Notes the comment at {@code start}; returns the offset of the line's end. */
    int skipComment(int start) {
        final byte[] s = bytes;
        int p = start;
        do {
            p++;
            while (p < s.length && s[p] > '\r') {
                p++;
            }
        } while (p < s.length && s[p] != '\n' && s[p] != '\r');
        tape.comment(start, p);
        return p;
    }

    /** Closes all levels at the end of the text. */
    void finish(int end) {
        while (depth > 0) {
            depth--;
            tape.add(TokenKind.DEDENT, end, end);
        }
    }

    /** Returns whether a token that starts a line is indented no deeper than the current level. */
    boolean isAtMostCurrent(int token) {
        int line = token;
        while (line > 0 && (bytes[line - 1] == ' ' || bytes[line - 1] == '\t' || bytes[line - 1] == '\f')) {
            line--;
        }
        measure(line);
        return column <= columns[depth];
    }

    private int measure(int line) {
        int wide = 0;
        int narrow = 0;
        int frozen = -1;
        int frozenNarrow = -1;
        int p = line;
        for (; p < bytes.length; p++) {
            byte b = bytes[p];
            if (b == ' ') {
                wide++;
                narrow++;
            } else if (b == '\t') {
                wide = (wide / TAB + 1) * TAB;
                narrow++;
            } else if (b == '\f') {
                wide = 0;
                narrow = 0;
            } else {
                int next = b == '\\' ? afterLineEnd(p + 1) : p;
                if (next <= p + 1) {
                    break;
                }
                tape.gap(TokenTape.BACKSLASH_BEFORE | TokenTape.LINE_BREAK_BEFORE);
                checkFollowingLine(p, next);
                if (frozen < 0 && (wide > 0 || !level.isAtLeast(LanguageLevel.PY39))) {
                    frozen = wide;
                    frozenNarrow = narrow;
                }
                p = next - 1;
            }
        }
        column = frozen >= 0 ? frozen : wide;
        tabAsOneColumn = frozen >= 0 ? frozenNarrow : narrow;
        return p;
    }

    /** Reports a backslash continuation with nothing after it, which 3.8 forbade. */
    void checkFollowingLine(int backslash, int next) {
        if (next == bytes.length && level.isAtLeast(LanguageLevel.PY38)) {
            tape.problem(backslash + 1, "unexpected EOF while parsing");
        }
    }

    /** Returns the offset after the line end at {@code p}, or {@code p} if there is none. */
    int afterLineEnd(int p) {
        if (p < bytes.length && bytes[p] == '\r') {
            return p + 1 < bytes.length && bytes[p + 1] == '\n' ? p + 2 : p + 1;
        }
        return p < bytes.length && bytes[p] == '\n' ? p + 1 : p;
    }

    private void indentTo(int token) {
        int current = columns[depth];
        if (column > current) {
            checkTabs(tabAsOneColumn <= tabAsOneColumns[depth], token);
            push(token);
        } else if (column < current) {
            dedent(token);
        } else {
            checkTabs(tabAsOneColumn != tabAsOneColumns[depth], token);
        }
    }

    private void push(int token) {
        depth++;
        if (depth == columns.length) {
            columns = Arrays.copyOf(columns, depth * 2);
            tabAsOneColumns = Arrays.copyOf(tabAsOneColumns, depth * 2);
        }
        if (depth == MAX_LEVELS + 1) {
            tape.problem(token, "too many levels of indentation");
        }
        columns[depth] = column;
        tabAsOneColumns[depth] = tabAsOneColumn;
        tape.add(TokenKind.INDENT, token, token);
    }

    private void dedent(int token) {
        while (depth > 0 && column < columns[depth]) {
            depth--;
            tape.add(TokenKind.DEDENT, token, token);
        }
        if (column != columns[depth]) {
            tape.problem(endOfLine(token), "unindent does not match any outer indentation level");
        } else {
            checkTabs(tabAsOneColumn != tabAsOneColumns[depth], token);
        }
    }

    /** CPython gives up on the whole line, so its caret is at the end of it. */
    private int endOfLine(int start) {
        int p = start;
        while (p < bytes.length && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        return p;
    }

    private void checkTabs(boolean inconsistent, int token) {
        if (inconsistent && !level.isPython2()) {
            tape.problem(token, "inconsistent use of tabs and spaces in indentation");
        }
    }
}
