package dev.codemod.ast;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growable UTF-8 text. */
final class ByteSink {
    private static final String HEX = "0123456789abcdef";

    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    int length() {
        return length;
    }

    /** Appends one ASCII character. */
    void put(char c) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) c;
    }

    /** Appends ASCII text. */
    void ascii(String text) {
        int count = text.length();
        if (bytes.length - length < count) {
            grow(count);
        }
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) text.charAt(i);
        }
        length += count;
    }

    /** Appends bytes that are UTF-8 already. */
    void utf8(byte[] source, int start, int end) {
        int count = end - start;
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(source, start, bytes, length, count);
        length += count;
    }

    /** Appends a code point that is no surrogate. */
    void codePoint(int c) {
        if (c < 0x80) {
            put((char) c);
        } else if (c < 0x800) {
            put((char) (0xC0 | c >> 6));
            put((char) (0x80 | c & 0x3F));
        } else {
            if (c < 0x10000) {
                put((char) (0xE0 | c >> 12));
            } else {
                put((char) (0xF0 | c >> 18));
                put((char) (0x80 | c >> 12 & 0x3F));
            }
            put((char) (0x80 | c >> 6 & 0x3F));
            put((char) (0x80 | c & 0x3F));
        }
    }

    /** Appends a number that is not negative, in decimal. */
    void decimal(int number) {
        if (number >= 10) {
            decimal(number / 10);
        }
        put((char) ('0' + number % 10));
    }

    /** Appends the lowest {@code digits} hexadecimal digits of a number. */
    void hex(int number, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            put(HEX.charAt(number >>> shift & 0xF));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Appends this text to {@code target} as the inside of a JSON string. */
    void appendJsonTo(ByteSink target) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\\') {
                target.put('\\');
                target.put((char) b);
            } else if (b >= 0 && b < ' ') {
                target.ascii("\\u");
                target.hex(b, 4);
            } else {
                target.put((char) b);
            }
        }
    }

    private void grow(int count) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) Math.min(Integer.MAX_VALUE - 8, length * 2L)));
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
