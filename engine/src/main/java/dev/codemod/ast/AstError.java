package dev.codemod.ast;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Why a file has no tree in the shape of CPython's {@code ast} module.
 *
 * @param line 1-based line of the error, or 0 if it has no place
 * @param column 1-based column in characters, as CPython's {@code SyntaxError} counts, or 0 if it has no place
 * @param message one sentence
 */
public record AstError(int line, int column, String message) {
    public AstError {
        requireNonNull(message, "message is null");
    }

    /**
     * Writes one object of JSON Lines, {@code {"path": ..., "error": {"line": ..., "column": ..., "message": ...}}} and a
     * line break, in UTF-8.
     *
     * @param path the file's path as it is to be shown
     */
    public void writeJsonTo(OutputStream out, String path) throws IOException {
        ByteSink sink = new ByteSink(path.length() + message.length() + 80);
        sink.ascii("{\"path\": \"");
        appendJson(path, sink);
        sink.ascii("\", \"error\": {\"line\": ");
        sink.decimal(line);
        sink.ascii(", \"column\": ");
        sink.decimal(column);
        sink.ascii(", \"message\": \"");
        appendJson(message, sink);
        sink.ascii("\"}}\n");
        sink.writeTo(out);
    }

    /** Appends text as the inside of a JSON string; an unpaired surrogate becomes U+FFFD, which UTF-8 can show. */
    static void appendJson(String text, ByteSink out) {
        ByteSink utf8 = new ByteSink(text.length() + 16);
        text.codePoints().forEach(c -> utf8.codePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        utf8.appendJsonTo(out);
    }
}
