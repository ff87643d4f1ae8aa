package dev.codemod.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns text of charsets whose trail bytes look like ASCII (in Shift JIS a backslash may be half a character) into
 * UTF-8 and back.
 *
 * <p>Encoding goes line by line with a fresh encoder. A file is only read if that reproduces it, so an edit of one line
 * cannot change the bytes of another, not even where the charset has shift states.
 */
final class Transcoding {
    private Transcoding() {}

    /**
     * Returns the UTF-8 form of bytes in another charset.
     *
     * @throws CharacterCodingException if they are not valid in it
     */
    static byte[] toUtf8(byte[] bytes, Charset charset) throws CharacterCodingException {
        return decode(bytes, charset).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the bytes in another charset of UTF-8 text.
     *
     * @throws CharacterCodingException if the text is not UTF-8 or has characters that the charset lacks
     */
    static byte[] fromUtf8(byte[] text, Charset charset) throws CharacterCodingException {
        CharBuffer characters = decode(text, StandardCharsets.UTF_8);
        CharsetEncoder encoder = strictEncoder(charset);
        int total = characters.remaining();
        ByteBuffer result = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8L, (long) total * 4 + 64));
        int start = 0;
        while (start < total) {
            int end = start;
            while (end < total && characters.get(end) != '\n' && characters.get(end) != '\r') {
                end++;
            }
            end = Math.min(end + 1, total);
            ByteBuffer line = encoder.encode(characters.subSequence(start, end));
            if (result.remaining() < line.remaining()) {
                result = grown(result, line.remaining());
            }
            result.put(line);
            start = end;
        }
        byte[] bytes = new byte[result.position()];
        result.flip().get(bytes);
        return bytes;
    }

    /**
     * Returns the offset of the first byte that is invalid in a charset, -1 if all are valid.
     */
    static int firstInvalid(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1024);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    private static CharBuffer decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes));
    }

    private static CharsetEncoder strictEncoder(Charset charset) {
        return charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static ByteBuffer grown(ByteBuffer buffer, int more) {
        ByteBuffer result = ByteBuffer.allocate(buffer.capacity() * 2 + more);
        return result.put(buffer.flip());
    }
}
