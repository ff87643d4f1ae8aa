package dev.codemod.source;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file's bytes stand for characters, and what in the file says so.
 *
 * @param charset the charset of the file on disk
 * @param bom whether the file starts with a UTF-8 byte order mark
 * @param cookie the name in the PEP 263 comment as written, or null if there is none
 * @param cookieStart byte offset of that name in the text that tokens index, -1 if there is none
 * @param cookieEnd byte offset after that name, -1 if there is none
 * @param transcoded whether the lexed text is a UTF-8 copy, because trail bytes of the charset may look like ASCII
 */
public record Encoding(
        Charset charset, boolean bom, String cookie, int cookieStart, int cookieEnd, boolean transcoded) {
    /** UTF-8 with neither a byte order mark nor a cookie: Python 3's default. */
    public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false, null, -1, -1, false);

    public Encoding {
        requireNonNull(charset, "charset is null");
    }

    /** Returns the charset of the text that tokens index: UTF-8 if the file was transcoded, else the file's own. */
    public Charset textCharset() {
        return transcoded ? StandardCharsets.UTF_8 : charset;
    }
}
