package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import java.util.Arrays;

/**
 * Gives the lines of a text the indentation unit of the file that the text goes to.
 *
 * <p>A line that starts a logical line, or holds only a comment, is indented by one unit for each block around it; a
 * continuation line keeps what it has beyond the indentation of its logical line.
 */
final class ForeignIndentation {
    private final ParsedText text;
    private int[] lines = new int[16];
    private int[] depths = new int[16];
    private int[] owners = new int[16];
    private int count;

    /** Columns of the blocks that are open, by depth. */
    private int[] columns = new int[16];

    private int depth;

    /** The first of the lines at the end of the table that have only a comment and whose depth is still unknown. */
    private int firstComment;

    ForeignIndentation(ParsedText text) {
        this.text = text;
        byte[] bytes = text.bytes;
        int token = 0;
        int owner = -1;
        int line = text.textStart();
        while (true) {
            int content = Text.skipBlanks(bytes, line, bytes.length);
            int first = token;
            while (token < text.tape.count() && text.tape.start(token) <= content) {
                token++;
            }
            if (startsLogicalLine(first, token, content)) {
                enterLine(first, token, Text.column(bytes, line, content));
                owner = line;
            }
            boolean isComment = content < bytes.length
                    && bytes[content] == '#'
                    && (token == 0 || isLineStart(text.tape.kind(token - 1)));
            add(line, isComment ? line : owner);
            boolean isTrivia = isComment || content == bytes.length || Text.isLineEnd(bytes[content]);
            firstComment = isTrivia ? firstComment : count;
            int next = Text.nextLine(bytes, line, bytes.length);
            if (next == line || !Text.isLineEnd(bytes[next - 1])) {
                break;
            }
            line = next;
        }
    }

    /** Returns whether the first token at a line's content is the first of a logical line. */
    private boolean startsLogicalLine(int from, int to, int content) {
        for (int i = from; i < to; i++) {
            if (text.tape.start(i) == content) {
                return i == 0 || isLineStart(text.tape.kind(i - 1));
            }
        }
        return false;
    }

    /** Follows the INDENT and DEDENT tokens before a line; comments above it belong to the deepest block they fit. */
    private void enterLine(int from, int to, int column) {
        for (int i = from; i < to; i++) {
            if (text.tape.kind(i) == TokenKind.INDENT) {
                depth++;
                if (depth == columns.length) {
                    columns = Arrays.copyOf(columns, depth * 2);
                }
                columns[depth] = column;
            }
        }
        for (int i = firstComment; i < count; i++) {
            int start = Text.skipBlanks(text.bytes, lines[i], text.bytes.length);
            int own = depth;
            while (own > 0 && columns[own] > Text.column(text.bytes, lines[i], start)) {
                own--;
            }
            depths[i] = own;
        }
        for (int i = from; i < to; i++) {
            if (text.tape.kind(i) == TokenKind.DEDENT) {
                depth--;
            }
        }
    }

    private static boolean isLineStart(byte previous) {
        return previous == TokenKind.NEWLINE || previous == TokenKind.INDENT || previous == TokenKind.DEDENT;
    }

    private void add(int line, int owner) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
            owners = Arrays.copyOf(owners, count * 2);
        }
        lines[count] = line;
        depths[count] = depth;
        owners[count] = owner;
        count++;
    }

    /** Returns the indentation in the output of the line that starts at {@code line}. */
    byte[] outputIndentation(int line, byte[] unit) {
        int index = Arrays.binarySearch(lines, 0, count, line);
        byte[] own = blanks(line);
        if (index < 0 || owners[index] < 0) {
            return own;
        }
        byte[] base = repeat(unit, depths[index]);
        if (owners[index] == line) {
            return base;
        }
        byte[] old = blanks(owners[index]);
        if (!Text.startsWith(own, 0, old)) {
            return own;
        }
        byte[] result = Arrays.copyOf(base, base.length + own.length - old.length);
        System.arraycopy(own, old.length, result, base.length, own.length - old.length);
        return result;
    }

    private byte[] blanks(int line) {
        return Arrays.copyOfRange(text.bytes, line, Text.skipBlanks(text.bytes, line, text.bytes.length));
    }

    private static byte[] repeat(byte[] unit, int times) {
        byte[] result = new byte[unit.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(unit, 0, result, i * unit.length, unit.length);
        }
        return result;
    }
}
