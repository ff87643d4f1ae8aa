package dev.codemod.source;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One immutable text: a file, or a snippet that a rewriter built. Offsets are byte offsets into {@link #bytes()},
 * always; lines count from 1 and columns from 0.
 *
 * <p>Nothing is normalised: line ends, a byte order mark and bytes that are invalid in the file's charset are kept.
 */
public final class Source {
    private final String name;
    private final byte[] fileBytes;
    private final byte[] bytes;
    private final Encoding encoding;
    private final List<Problem> problems;

    /** Built on first use; a race builds it twice, which is harmless. */
    private int[] lineStarts;

    Source(String name, byte[] fileBytes, byte[] bytes, Encoding encoding, List<Problem> problems) {
        this.name = name;
        this.fileBytes = fileBytes;
        this.bytes = bytes;
        this.encoding = encoding;
        this.problems = problems;
    }

    /**
     * Returns the source of a Python 3 file, whatever its content: what forbids to read it is in {@link #problems()}.
     *
     * @param name path or other name, for messages only
     * @param bytes the file's content, not to be modified afterwards
     */
    public static Source of(String name, byte[] bytes) {
        return of(name, bytes, LanguageLevel.LATEST);
    }

    /**
     * Returns the source of a file, whatever its content: what forbids to read it is in {@link #problems()}.
     *
     * @param name path or other name, for messages only
     * @param bytes the file's content, not to be modified afterwards
     * @param level decides about the encoding of a file that declares none: ASCII in 2.7, else UTF-8
     */
    public static Source of(String name, byte[] bytes, LanguageLevel level) {
        requireNonNull(name, "name is null");
        requireNonNull(bytes, "bytes is null");
        requireNonNull(level, "level is null");
        return new SourceLoader(name, bytes, level).load();
    }

    /** Returns the source of a snippet, in UTF-8; a cookie in it is a plain comment. */
    public static Source of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Source("<snippet>", bytes, bytes, Encoding.UTF_8, List.of());
    }

    /** Returns the path or name that was given. */
    public String name() {
        return name;
    }

    /** Returns the text that all offsets index; the caller must not modify the array. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Returns the file as it is on disk: {@link #bytes()} itself unless the encoding is
     * {@linkplain Encoding#transcoded() transcoded}. The caller must not modify the array.
     */
    public byte[] fileBytes() {
        return fileBytes;
    }

    /** Returns the number of bytes of the text. */
    public int length() {
        return bytes.length;
    }

    /** Returns how the file is encoded. */
    public Encoding encoding() {
        return encoding;
    }

    /** Returns why the file cannot be read as Python source, in order of their offsets; usually empty. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Returns a string in the charset of {@link #bytes()}, as edits of this text need it.
     *
     * @throws CharacterCodingException if the file's charset lacks a character
     */
    public byte[] toBytes(String text) throws CharacterCodingException {
        ByteBuffer encoded = encoding.textCharset().newEncoder().encode(CharBuffer.wrap(text));
        byte[] result = new byte[encoded.remaining()];
        encoded.get(result);
        return result;
    }

    /**
     * Returns the content of the file on disk for an edited form of {@link #bytes()}. Lines without edits keep their
     * bytes.
     *
     * @throws CharacterCodingException if the file's charset lacks a character of the edited text
     */
    public byte[] encode(byte[] editedText) throws CharacterCodingException {
        return encoding.transcoded() ? Transcoding.fromUtf8(editedText, encoding.charset()) : editedText;
    }

    /** Returns the byte offset of the first byte after the byte order mark, 0 if there is none. */
    public int textStart() {
        return encoding.bom() ? 3 : 0;
    }

    /** Returns a range of the text as a string, undecodable bytes as U+FFFD. */
    public String text(int start, int end) {
        return new String(bytes, start, end - start, encoding.textCharset());
    }

    /** Returns the number of lines; text after the last line end counts as a line even if empty. */
    public int lineCount() {
        return lineStarts().length;
    }

    /** Returns the 1-based line of an offset; a line end belongs to the line that it ends. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the byte offset of the first byte of a 1-based line; a byte order mark is before line 1. */
    public int lineStart(int line) {
        return line == 1 ? textStart() : lineStarts()[line - 1];
    }

    /** Returns the distance in bytes of this text from the start of the line, 0-based. */
    public int column(int offset) {
        return offset - columnOrigin(offset);
    }

    /** Returns the 0-based column counted in bytes of UTF-8 whatever the file's charset is: CPython's col_offset. */
    public int utf8Column(int offset) {
        int origin = columnOrigin(offset);
        Charset charset = encoding.textCharset();
        if (charset.equals(StandardCharsets.UTF_8) || isAscii(origin, offset)) {
            return offset - origin;
        }
        return text(origin, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the 0-based column counted in code points, as editors and CPython's tokenize count. */
    public int codePointColumn(int offset) {
        int origin = columnOrigin(offset);
        if (isAscii(origin, offset)) {
            return offset - origin;
        }
        String text = text(origin, offset);
        return text.codePointCount(0, text.length());
    }

    private int columnOrigin(int offset) {
        return Math.min(offset, lineStart(line(offset)));
    }

    private boolean isAscii(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = LineTable.starts(bytes);
            lineStarts = starts;
        }
        return starts;
    }

    @Override
    public String toString() {
        return name;
    }
}
