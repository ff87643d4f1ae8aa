package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A parsed text as the printer asks about it: physical and logical lines, brackets, comments. */
final class ParsedText {
    final Parsed parsed;
    final TokenTape tape;
    final byte[] bytes;

    /** Whether new text comes from here, to be given the indentation of the file it goes to. */
    final boolean isForeign;

    private final int textStart;

    /** The text that this one is printed into. */
    private final Source destination;

    private ForeignIndentation foreignIndentation;
    private int[] indents;

    /**
     * @param destination the text that this one is printed into, this one's own if it is the text that changes
     */
    ParsedText(Parsed parsed, Source destination) {
        this.parsed = parsed;
        this.destination = destination;
        this.tape = parsed.tape();
        this.bytes = parsed.source().bytes();
        this.isForeign = destination != parsed.source();
        this.textStart = parsed.source().textStart();
    }

    /** Returns the indices of the INDENT tokens, in order; found once, since every new text asks for its style. */
    int[] indents() {
        if (indents == null) {
            int[] found = new int[16];
            int count = 0;
            for (int i = 0; i < tape.count(); i++) {
                if (tape.kind(i) == TokenKind.INDENT) {
                    found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                    found[count++] = i;
                }
            }
            indents = Arrays.copyOf(found, count);
        }
        return indents;
    }

    /** Returns the offset of the first byte of the physical line of {@code offset}. */
    int lineStart(int offset) {
        return Text.lineStart(bytes, offset, textStart);
    }

    /** Returns the offset after the line end of the physical line of {@code offset}. */
    int nextLine(int offset) {
        return Text.nextLine(bytes, offset, bytes.length);
    }

    /**
     * Returns the number of the last token that starts before {@code offset}, or -1.
     */
    int lastTokenBefore(int offset) {
        int low = 0;
        int high = tape.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (tape.start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Returns whether a line starts inside a string or an interpolated string. */
    boolean startsInString(int lineStart) {
        int token = lastTokenBefore(lineStart);
        if (token < 0) {
            return false;
        }
        if (tape.kind(token) == TokenKind.STRING && tape.end(token) > lineStart) {
            return true;
        }
        for (int i = token; i >= 0 && tape.kind(i) != TokenKind.NEWLINE; i--) {
            byte kind = tape.kind(i);
            if (kind == TokenKind.FSTRING_END && tape.end(i) <= lineStart && tape.partner(i) > 0) {
                i = tape.partner(i);
            } else if (kind == TokenKind.FSTRING_START) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first token of the logical line that a token is on; not a layout token. */
    int firstOfLogicalLine(int token) {
        int first = token;
        while (first > 0 && tape.kind(first - 1) != TokenKind.NEWLINE) {
            first--;
        }
        while (first < token && isLayout(first)) {
            first++;
        }
        return first;
    }

    /**
     * Returns the start of the physical line that a token's logical line begins on: what stands there before the first
     * token, be it a backslash, is the indentation of the statements on the line.
     */
    int startOfLogicalLine(int token) {
        return firstPhysicalLine(firstOfLogicalLine(token));
    }

    /** Returns the start of the physical line of a token, or of the first of the lines that backslashes join to it. */
    int firstPhysicalLine(int token) {
        int line = lineStart(tape.start(token));
        int first = token;
        while (first > 0 && isLayout(first - 1)) {
            first--;
        }
        if (!tape.has(first, TokenTape.BACKSLASH_BEFORE)) {
            return line;
        }
        int limit = first == 0 ? textStart : tape.end(first - 1);
        while (line > limit && bytes[Text.lineContentEnd(bytes, limit, line) - 1] == '\\') {
            line = lineStart(Text.lineContentEnd(bytes, limit, line));
        }
        return line;
    }

    private boolean isLayout(int token) {
        byte kind = tape.kind(token);
        return kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
    }

    /** Returns the NEWLINE token that ends the logical line of a token, or EOF. */
    int newlineToken(int token) {
        int last = token;
        while (tape.kind(last) != TokenKind.NEWLINE && tape.kind(last) != TokenKind.EOF) {
            last++;
        }
        return last;
    }

    /** Returns whether a token is inside brackets of any kind, braces of a replacement field excluded. */
    boolean isInsideBrackets(int token) {
        int i = token - 1;
        while (i >= 0) {
            switch (tape.kind(i)) {
                case TokenKind.NEWLINE:
                    return false;
                case TokenKind.RPAR:
                case TokenKind.RSQB:
                case TokenKind.RBRACE:
                case TokenKind.FSTRING_END:
                    i = tape.partner(i) > 0 ? tape.partner(i) : i;
                    break;
                case TokenKind.LBRACE:
                    if (i == 0 || !isInterpolated(i - 1)) {
                        return true;
                    }
                    break;
                case TokenKind.LPAR:
                case TokenKind.LSQB:
                    return true;
                default:
                    break;
            }
            i--;
        }
        return false;
    }

    private boolean isInterpolated(int token) {
        byte kind = tape.kind(token);
        return kind == TokenKind.FSTRING_START || kind == TokenKind.FSTRING_MIDDLE;
    }

    /** Returns the last token of a node that is not layout: without NEWLINE and DEDENT of its body. */
    int lastCoreToken(Node node) {
        int last = node.outerLastToken();
        while (last > node.firstToken() && (isLayout(last) || tape.kind(last) == TokenKind.NEWLINE)) {
            last--;
        }
        return last;
    }

    /** Returns the blanks at the start of the physical line of an offset, as they stand in this text. */
    byte[] indentationAt(int offset) {
        int line = unopenedLine(offset);
        return Arrays.copyOfRange(bytes, line, Text.skipBlanks(bytes, line, bytes.length));
    }

    /** Returns the indentation that the line of an offset has in the output. */
    byte[] outputIndentationAt(int offset, Style style) {
        int line = unopenedLine(offset);
        return isForeign ? foreign().outputIndentation(line, style.unit()) : indentationAt(line);
    }

    /** Returns the start of the offset's physical line, or of its logical one if that is inside a string. */
    private int unopenedLine(int offset) {
        int line = lineStart(offset);
        if (line > textStart && startsInString(line)) {
            return lineStart(tape.start(firstOfLogicalLine(lastTokenBefore(line))));
        }
        return line;
    }

    /** Appends the bytes of a range, with the indentation that its lines have in the output. */
    void copy(int from, int to, Style style, FragmentBuilder target) {
        int p = from;
        if (isForeign && from < to && lineStart(from) == from && !startsInString(from)) {
            target.append(foreign().outputIndentation(from, style.unit()));
            p = Math.min(to, Text.skipBlanks(bytes, from, bytes.length));
        }
        while (p < to) {
            int end = Text.nextLine(bytes, p, to);
            if (!isForeign) {
                target.append(bytes, p, end);
            } else {
                int content = Text.lineContentEnd(bytes, p, end);
                target.append(inCharsetOfDestination(p, content));
                if (content < end) {
                    target.append(style.newline());
                }
            }
            boolean startsLine = end < to;
            p = end;
            if (startsLine && startsInString(p)) {
                target.freezeHere();
            } else if (startsLine && isForeign && !Text.isBlankLine(bytes, p)) {
                target.append(foreign().outputIndentation(p, style.unit()));
                p = Math.min(to, Text.skipBlanks(bytes, p, bytes.length));
            }
        }
    }

    /**
     * Returns a range as the bytes of the text that it is printed into.
     *
     * @throws RewriteRefusedException if the charset of that text lacks a character
     */
    private byte[] inCharsetOfDestination(int from, int to) {
        Charset own = parsed.source().encoding().textCharset();
        if (own.equals(destination.encoding().textCharset())) {
            return Arrays.copyOfRange(bytes, from, to);
        }
        String string = parsed.source().text(from, to);
        try {
            return destination.toBytes(string);
        } catch (CharacterCodingException e) {
            throw new RewriteRefusedException(
                    0,
                    "the new text " + string + " cannot be written in "
                            + destination.encoding().charset());
        }
    }

    private ForeignIndentation foreign() {
        if (foreignIndentation == null) {
            foreignIndentation = new ForeignIndentation(this);
        }
        return foreignIndentation;
    }

    /** Returns the number of the first comment that starts at or after an offset. */
    int firstCommentFrom(int offset) {
        int low = 0;
        int high = tape.commentCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tape.commentStart(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the text of a comment from its {@code #} on. */
    byte[] comment(int comment) {
        return Arrays.copyOfRange(bytes, tape.commentStart(comment), tape.commentEnd(comment));
    }

    /** Returns whether nothing but blanks stands before a comment on its line. */
    boolean isOwnLine(int comment) {
        int start = tape.commentStart(comment);
        int line = lineStart(start);
        return Text.skipBlanks(bytes, line, start) == start;
    }

    int textStart() {
        return textStart;
    }
}
