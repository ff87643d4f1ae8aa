package dev.codemod.source;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds out how the bytes of one file are to be read, and what forbids it. */
final class SourceLoader {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final byte[] bytes;
    private final LanguageLevel level;
    private final boolean bom;
    private final Cookie cookie;
    private final List<Problem> problems = new ArrayList<>(0);

    SourceLoader(String name, byte[] bytes, LanguageLevel level) {
        this.name = name;
        this.bytes = bytes;
        this.level = level;
        this.bom = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BOM, 0, 3);
        this.cookie = Cookie.find(bytes, bom ? 3 : 0);
    }

    Source load() {
        Charset charset = cookie == null ? defaultCharset() : declaredCharset();
        if (charset == null) {
            charset = StandardCharsets.UTF_8;
            checkNul();
        } else if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
            checkUnusualBytes(charset);
        } else {
            checkNul();
            if (!PythonCharsets.isAsciiTransparent(charset)) {
                return loadTranscoded(charset);
            }
            checkDecodable(charset);
        }
        return source(bytes, charset, cookie, false);
    }

    private Charset defaultCharset() {
        return level.isPython2() && !bom ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    }

    /** Returns the charset that the cookie names, or null after reporting that there is none. */
    private Charset declaredCharset() {
        Charset charset = PythonCharsets.forName(cookie.name());
        if (charset == null) {
            problems.add(new Problem(cookie.start(), "unknown encoding: " + cookie.name()));
        } else if (bom && !isNormalUtf8(cookie.name())) {
            problems.add(new Problem(cookie.start(), "encoding problem: " + cookie.name() + " with BOM"));
            return StandardCharsets.UTF_8;
        }
        return charset;
    }

    /** The tokenizer's {@code get_normal_name} knows one spelling of the name; with a BOM it takes no alias of it. */
    private static boolean isNormalUtf8(String name) {
        String normal = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return normal.equals("utf-8") || normal.startsWith("utf-8-");
    }

    private Source loadTranscoded(Charset charset) {
        try {
            byte[] text = Transcoding.toUtf8(bytes, charset);
            if (Arrays.equals(Transcoding.fromUtf8(text, charset), bytes)) {
                return source(text, charset, Cookie.find(text, 0), true);
            }
            problems.add(new Problem(
                    cookie.start(),
                    "encoding problem: " + cookie.name() + " text that would not be written back as it is"));
        } catch (CharacterCodingException e) {
            checkDecodable(charset);
        }
        return source(bytes, charset, cookie, false);
    }

    private Source source(byte[] text, Charset charset, Cookie textCookie, boolean transcoded) {
        problems.sort(Comparator.comparingInt(Problem::offset));
        Encoding encoding = charset.equals(StandardCharsets.UTF_8) && !bom && textCookie == null
                ? Encoding.UTF_8
                : new Encoding(
                        charset,
                        bom,
                        textCookie == null ? null : textCookie.name(),
                        textCookie == null ? -1 : textCookie.start(),
                        textCookie == null ? -1 : textCookie.end(),
                        transcoded);
        return new Source(name, bytes, text, encoding, List.copyOf(problems));
    }

    /** One pass over the file for the two common charsets: the first NUL and the first invalid character. */
    private void checkUnusualBytes(Charset charset) {
        boolean nul = false;
        boolean invalid = isInvalidUtf8Allowed(charset);
        int p = Utf8.firstUnusual(bytes, bom ? 3 : 0);
        while (p < bytes.length && !(nul && invalid)) {
            int length = 1;
            if (bytes[p] == 0) {
                if (!nul) {
                    reportNul(p);
                }
                nul = true;
            } else if (!invalid) {
                length = charset.equals(StandardCharsets.UTF_8) ? Utf8.characterLength(bytes, p) : 0;
                if (length == 0) {
                    invalid = true;
                    problems.add(new Problem(p, undecodableMessage(charset, p)));
                    length = 1;
                }
            }
            p = Utf8.firstUnusual(bytes, p + length);
        }
    }

    /** 2.7 does not decode what is declared as UTF-8. */
    private boolean isInvalidUtf8Allowed(Charset charset) {
        return level.isPython2() && charset.equals(StandardCharsets.UTF_8);
    }

    private void checkNul() {
        for (int p = 0; p < bytes.length; p++) {
            if (bytes[p] == 0) {
                reportNul(p);
                return;
            }
        }
    }

    private void reportNul(int offset) {
        problems.add(new Problem(offset, "source code cannot contain null bytes"));
    }

    private void checkDecodable(Charset charset) {
        if (!charset.equals(StandardCharsets.ISO_8859_1)) {
            int offset = Transcoding.firstInvalid(bytes, charset);
            if (offset >= 0) {
                problems.add(new Problem(offset, undecodableMessage(charset, offset)));
            }
        }
    }

    private String undecodableMessage(Charset charset, int offset) {
        int b = bytes[offset] & 0xFF;
        if (cookie == null) {
            String kind = level.isPython2() ? "Non-ASCII character" : "Non-UTF-8 code starting with";
            String pep =
                    level.isPython2() ? "http://python.org/dev/peps/pep-0263/" : "https://peps.python.org/pep-0263/";
            int line = new Source(name, bytes, bytes, Encoding.UTF_8, List.of()).line(offset);
            return String.format(
                    "%s '\\x%02x' in file %s on line %d, but no encoding declared; see %s for details",
                    kind, b, name, line, pep);
        }
        String codec = "charmap";
        String reason = "character maps to <undefined>";
        if (charset.equals(StandardCharsets.UTF_8)) {
            codec = "utf-8";
            reason = Utf8.reason(bytes, offset);
        } else if (charset.equals(StandardCharsets.US_ASCII)) {
            codec = "ascii";
            reason = "ordinal not in range(128)";
        } else if (charset.newEncoder().maxBytesPerChar() > 1) {
            codec = cookie.name().toLowerCase(Locale.ROOT);
            reason = "illegal multibyte sequence";
        }
        return String.format(
                "(unicode error) '%s' codec can't decode byte 0x%02x in position %d: %s", codec, b, offset, reason);
    }
}
