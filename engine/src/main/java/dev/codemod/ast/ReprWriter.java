package dev.codemod.ast;

/** Writes strings and bytes as Python's {@code repr} does. */
final class ReprWriter {
    private ReprWriter() {}

    /** Appends the {@code repr} of a {@code str} of Python 3.13. */
    static void string(CodePoints text, ByteSink out) {
        char quote = quote(text);
        out.put(quote);
        for (int i = 0; i < text.length(); i++) {
            int c = text.get(i);
            if (c >= ' ' && c < 0x7F) {
                plain(c, quote, out);
            } else {
                character(c, out);
            }
        }
        out.put(quote);
    }

    /** Appends a character that is neither a quote nor a backslash. */
    static void character(int c, ByteSink out) {
        if (Printable.is(c)) {
            out.codePoint(c);
        } else {
            escaped(c, out);
        }
    }

    /** Appends the {@code repr} of bytes of Python 3, or with an empty prefix of a {@code str} of Python 2. */
    static void bytes(CodePoints bytes, String prefix, ByteSink out) {
        out.ascii(prefix);
        ascii(bytes, out);
    }

    /** Appends the {@code repr} of a {@code unicode} of Python 2.7 (wide build). */
    static void unicode2(CodePoints text, ByteSink out) {
        out.put('u');
        ascii(text, out);
    }

    private static void ascii(CodePoints text, ByteSink out) {
        char quote = quote(text);
        out.put(quote);
        for (int i = 0; i < text.length(); i++) {
            int c = text.get(i);
            if (c >= ' ' && c < 0x7F) {
                plain(c, quote, out);
            } else {
                escaped(c, out);
            }
        }
        out.put(quote);
    }

    private static void plain(int c, char quote, ByteSink out) {
        if (c == quote || c == '\\') {
            out.put('\\');
        }
        out.put((char) c);
    }

    private static void escaped(int c, ByteSink out) {
        out.put('\\');
        if (c == '\n') {
            out.put('n');
        } else if (c == '\t') {
            out.put('t');
        } else if (c == '\r') {
            out.put('r');
        } else if (c < 0x100) {
            out.put('x');
            out.hex(c, 2);
        } else if (c < 0x10000) {
            out.put('u');
            out.hex(c, 4);
        } else {
            out.put('U');
            out.hex(c, 8);
        }
    }

    /** Returns the quote that needs fewer escapes, the single one if in doubt. */
    private static char quote(CodePoints text) {
        boolean single = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.get(i) == '"') {
                return '\'';
            }
            single |= text.get(i) == '\'';
        }
        return single ? '"' : '\'';
    }
}
