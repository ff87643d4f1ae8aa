package dev.codemod.ast;

import dev.codemod.lexer.CharacterNames;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Encoding;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Evaluates string literals as CPython does: prefixes, escapes, and line ends, which become {@code \n}.
 *
 * <p>Reads UTF-8; text in another charset is converted first. Where CPython rejects an escape, evaluation goes on and
 * {@link #problem()} tells of the first such place.
 */
final class StringEvaluator {
    private final Source source;
    private final TokenTape tape;
    private final boolean python2;
    private final boolean unicodeLiterals;

    /** The charset of the text that is read bytewise, or null if it is UTF-8 or does not matter. */
    private final Charset transcodedFrom;

    private Problem problem;
    private int literalStart;

    // What is being read: bytes[position] up to bytes[end].
    private byte[] bytes;
    private int position;
    private int end;

    StringEvaluator(Parsed parsed) {
        source = parsed.source();
        tape = parsed.tape();
        python2 = parsed.level().isPython2();
        unicodeLiterals = python2 && FutureImports.hasUnicodeLiterals(parsed);
        Encoding encoding = source.encoding();
        transcodedFrom = encoding.transcoded() ? encoding.charset() : null;
    }

    /** Returns why CPython rejects a literal that was evaluated, or null. */
    Problem problem() {
        return problem;
    }

    /** Records a problem unless there is one. */
    void report(int offset, String message) {
        if (problem == null) {
            problem = new Problem(offset, message);
        }
    }

    /** Returns whether a literal is bytes: {@code bytes} of Python 3, {@code str} of Python 2. */
    boolean isBytes(int token) {
        int offset = tape.start(token);
        while (true) {
            switch (source.bytes()[offset++]) {
                case 'b':
                case 'B':
                    return true;
                case 'u':
                case 'U':
                    return false;
                case 'r':
                case 'R':
                    break;
                default:
                    return python2 && !unicodeLiterals;
            }
        }
    }

    /** Returns whether a literal has the prefix {@code u}; CPython's {@code kind} knows no {@code U}. */
    boolean isMarkedUnicode(int token) {
        return source.bytes()[tape.start(token)] == 'u';
    }

    /** Returns whether the prefix of a string or of the start of an f-string has an {@code r}. */
    boolean isRaw(int token) {
        return prefixHas(token, 'r');
    }

    /** Returns whether the prefix of a literal has a letter, given in lower case, in either case. */
    boolean prefixHas(int token, char letter) {
        byte[] text = source.bytes();
        for (int i = tape.start(token); text[i] != '\'' && text[i] != '"'; i++) {
            if ((text[i] | 0x20) == letter) {
                return true;
            }
        }
        return false;
    }

    /** Appends the value of a STRING token. */
    void literal(int token, CodePoints out) {
        int start = tape.start(token);
        boolean raw = isRaw(token);
        byte[] text = source.bytes();
        int quote = start;
        while (text[quote] != '\'' && text[quote] != '"') {
            quote++;
        }
        int stop = tape.end(token);
        boolean triple = stop - quote >= 6 && text[quote + 1] == text[quote] && text[quote + 2] == text[quote];
        int quotes = triple ? 3 : 1;
        literalStart = start;
        if (isBytes(token)) {
            readBytes(quote + quotes, stop - quotes, raw, out);
        } else {
            read(quote + quotes, stop - quotes);
            unicode(raw, false, out);
        }
    }

    /**
     * Appends the value of literal text of an f-string.
     *
     * @param raw whether backslashes are no escapes
     * @param offset where to report a problem
     */
    void interpolatedText(int start, int stop, boolean raw, int offset, CodePoints out) {
        literalStart = offset;
        read(start, stop);
        unicode(raw, true, out);
    }

    private void read(int start, int stop) {
        bytes = source.bytes();
        position = start;
        end = stop;
        if (!source.encoding().textCharset().equals(StandardCharsets.UTF_8) && !isAscii(start, stop)) {
            bytes = source.text(start, stop).getBytes(StandardCharsets.UTF_8);
            position = 0;
            end = bytes.length;
        }
    }

    private boolean isAscii(int start, int stop) {
        byte[] text = source.bytes();
        for (int i = start; i < stop; i++) {
            if (text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void unicode(boolean raw, boolean braces, CodePoints out) {
        while (position < end) {
            int b = bytes[position];
            if (b == '\\') {
                position++;
                if (raw) {
                    rawBackslash(out);
                } else {
                    escape(true, out);
                }
            } else if (b == '\r') {
                lineEnd(out);
            } else if (b < 0) {
                out.add(decode());
            } else {
                position += braces && (b == '{' || b == '}') && position + 1 < end && bytes[position + 1] == b ? 2 : 1;
                out.add(b);
            }
        }
    }

    /** Appends a backslash of a raw string and what it escapes in Python 2's {@code ur''}: {@code u} and {@code U}. */
    private void rawBackslash(CodePoints out) {
        if (!python2) {
            out.add('\\');
            return;
        }
        int count = 1;
        while (position < end && bytes[position] == '\\') {
            position++;
            count++;
        }
        boolean escapes = (count & 1) == 1 && position < end && (bytes[position] == 'u' || bytes[position] == 'U');
        for (int i = escapes ? 1 : 0; i < count; i++) {
            out.add('\\');
        }
        if (escapes) {
            hexEscape(bytes[position++] == 'u' ? 4 : 8, out);
        }
    }

    private void readBytes(int start, int stop, boolean raw, CodePoints out) {
        bytes = source.bytes();
        position = start;
        end = stop;
        while (position < end) {
            int b = bytes[position];
            if (b == '\\') {
                position++;
                if (raw) {
                    out.add('\\');
                } else {
                    escape(false, out);
                }
            } else if (b == '\r') {
                lineEnd(out);
            } else if (b < 0) {
                nonAsciiBytes(out);
            } else {
                position++;
                out.add(b);
            }
        }
    }

    /** Appends bytes beyond ASCII as they are in the file, which Python 2 allows. */
    private void nonAsciiBytes(CodePoints out) {
        if (!python2) {
            report(literalStart, "bytes can only contain ASCII literal characters");
        }
        int start = position;
        while (position < end && bytes[position] < 0) {
            position++;
        }
        byte[] original =
                transcodedFrom == null ? bytes : source.text(start, position).getBytes(transcodedFrom);
        int from = transcodedFrom == null ? start : 0;
        int to = transcodedFrom == null ? position : original.length;
        for (int i = from; i < to; i++) {
            out.add(original[i] & 0xFF);
        }
    }

    private void lineEnd(CodePoints out) {
        skipLineEnd();
        out.add('\n');
    }

    private void skipLineEnd() {
        boolean pair = bytes[position] == '\r' && position + 1 < end && bytes[position + 1] == '\n';
        position += pair ? 2 : 1;
    }

    /** Appends what a backslash and the byte at {@link #position} mean. */
    private void escape(boolean unicode, CodePoints out) {
        if (position == end) {
            out.add('\\');
            return;
        }
        byte b = bytes[position];
        switch (b) {
            case '\n':
            case '\r':
                skipLineEnd();
                break;
            case '\\':
            case '\'':
            case '"':
                simple(b, out);
                break;
            case 'a':
                simple(7, out);
                break;
            case 'b':
                simple('\b', out);
                break;
            case 'f':
                simple('\f', out);
                break;
            case 'n':
                simple('\n', out);
                break;
            case 'r':
                simple('\r', out);
                break;
            case 't':
                simple('\t', out);
                break;
            case 'v':
                simple(0xB, out);
                break;
            default:
                if (b >= '0' && b <= '7') {
                    octalEscape(unicode, out);
                } else {
                    codePointEscape(unicode, out);
                }
                break;
        }
    }

    private void simple(int value, CodePoints out) {
        position++;
        out.add(value);
    }

    private void octalEscape(boolean unicode, CodePoints out) {
        int value = 0;
        int stop = Math.min(end, position + 3);
        while (position < stop && bytes[position] >= '0' && bytes[position] <= '7') {
            value = value << 3 | bytes[position++] - '0';
        }
        out.add(unicode ? value : value & 0xFF);
    }

    private void codePointEscape(boolean unicode, CodePoints out) {
        byte b = bytes[position];
        if (b == 'x') {
            position++;
            if (unicode) {
                hexEscape(2, out);
            } else {
                byteEscape(out);
            }
        } else if (unicode && (b == 'u' || b == 'U')) {
            position++;
            hexEscape(b == 'u' ? 4 : 8, out);
        } else if (unicode && b == 'N') {
            position++;
            nameEscape(out);
        } else {
            out.add('\\');
        }
    }

    private void hexEscape(int digits, CodePoints out) {
        int start = position;
        int value = hexDigits(digits);
        if (position - start < digits) {
            String form = digits == 2 ? "\\xXX" : digits == 4 ? "\\uXXXX" : "\\UXXXXXXXX";
            report(literalStart, "(unicode error) truncated " + form + " escape");
        } else if (value < 0 || value > Character.MAX_CODE_POINT) {
            report(literalStart, "(unicode error) illegal Unicode character");
        } else {
            out.add(value);
        }
    }

    private void byteEscape(CodePoints out) {
        int start = position;
        int value = hexDigits(2);
        if (position - start < 2) {
            report(literalStart, python2 ? "invalid \\x escape" : "(value error) invalid \\x escape");
        } else {
            out.add(value);
        }
    }

    private int hexDigits(int count) {
        int value = 0;
        int stop = Math.min(end, position + count);
        while (position < stop) {
            int digit = Character.digit(bytes[position] & 0xFF, 16);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            position++;
        }
        return value;
    }

    private void nameEscape(CodePoints out) {
        int start = position + 1;
        int close = start;
        while (close < end && bytes[close] != '}') {
            close++;
        }
        if (position == end || bytes[position] != '{' || close == end || close == start) {
            report(literalStart, "(unicode error) malformed \\N character escape");
            return;
        }
        position = close + 1;
        int found = CharacterNames.lookup(new String(bytes, start, close - start, StandardCharsets.UTF_8));
        if (found < 0) {
            report(literalStart, "(unicode error) unknown Unicode character name");
        } else {
            out.add(found);
        }
    }

    /** Reads a character beyond ASCII; bytes that are no UTF-8 become U+FFFD. */
    private int decode() {
        int b = bytes[position++];
        int more = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : 0;
        if (more == 0 || position + more > end) {
            return 0xFFFD;
        }
        int value = b & 0x3F >> more;
        for (int i = 0; i < more; i++) {
            if ((bytes[position + i] & 0xC0) != 0x80) {
                return 0xFFFD;
            }
            value = value << 6 | bytes[position + i] & 0x3F;
        }
        position += more;
        return value;
    }
}
