package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
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

    ForeignIndentation(ParsedText text) {
        this.text = text;
        TokenTape tape = text.tape;
        int depth = 0;
        int token = 0;
        int owner = -1;
        for (int line = text.textStart(); line <= text.bytes.length; ) {
            int content = Text.skipBlanks(text.bytes, line, text.bytes.length);
            boolean isComment = content < text.bytes.length && text.bytes[content] == '#';
            boolean startsLogical = false;
            while (token < tape.count() && tape.start(token) <= content) {
                byte kind = tape.kind(token);
                if (kind == TokenKind.INDENT) {
                    depth++;
                } else if (kind == TokenKind.DEDENT) {
                    depth--;
                } else if (tape.start(token) == content) {
                    startsLogical = token == 0 || isLineStart(tape.kind(token - 1));
                    token++;
                    break;
                }
                token++;
            }
            if (startsLogical) {
                owner = line;
            }
            add(line, depth, startsLogical || isComment ? line : owner);
            int next = Text.nextLine(text.bytes, line, text.bytes.length);
            if (next == line || !Text.isLineEnd(text.bytes[next - 1])) {
                break;
            }
            line = next;
        }
    }

    private static boolean isLineStart(byte previous) {
        return previous == TokenKind.NEWLINE || previous == TokenKind.INDENT || previous == TokenKind.DEDENT;
    }

    private void add(int line, int depth, int owner) {
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
