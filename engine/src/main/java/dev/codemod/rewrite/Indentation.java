package dev.codemod.rewrite;

import java.util.Arrays;

/** How a text is indented and how its lines end, near some place. */
final class Indentation {
    private static final byte[] FOUR_BLANKS = {' ', ' ', ' ', ' '};
    private static final byte[] LINE_FEED = {'\n'};

    private Indentation() {}

    /**
     * Returns what one more level of indentation adds at an offset: as in the nearest block that starts above, else as
     * in the first of the file, else four blanks.
     */
    static byte[] unitAt(ParsedText text, int offset) {
        int[] indents = text.indents();
        if (indents.length == 0) {
            return FOUR_BLANKS;
        }
        int found = Arrays.binarySearch(indents, text.lastTokenBefore(offset + 1));
        int above = found >= 0 ? found : -found - 2;
        return unitOf(text, indents[Math.max(above, 0)]);
    }

    /** Returns what the block that starts with an INDENT token adds to the indentation of its header. */
    private static byte[] unitOf(ParsedText text, int indent) {
        byte[] inner = text.indentationAt(text.startOfLogicalLine(indent + 1));
        byte[] outer = text.indentationAt(text.startOfLogicalLine(indent - 1));
        boolean extendsOuter = inner.length > outer.length && Text.startsWith(inner, 0, outer);
        return extendsOuter ? Arrays.copyOfRange(inner, outer.length, inner.length) : inner;
    }

    /** Returns how the line above an offset ends; on the first line how that ends; else a line feed. */
    static byte[] newlineAt(ParsedText text, int offset) {
        int line = text.lineStart(offset);
        int above = line > text.textStart() ? line - 1 : -1;
        if (above < 0) {
            int next = text.nextLine(offset);
            above = next > 0 && next <= text.bytes.length && Text.isLineEnd(text.bytes[next - 1]) ? next - 1 : -1;
        }
        if (above < 0) {
            return LINE_FEED;
        }
        boolean pair = text.bytes[above] == '\n' && above > 0 && text.bytes[above - 1] == '\r';
        return pair ? new byte[] {'\r', '\n'} : new byte[] {text.bytes[above]};
    }
}
