package dev.codemod.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Checks bytes for what a UTF-8 text may contain. */
final class Utf8 {
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /**
     * Returns the offset of the first byte from {@code start} on that is NUL or not ASCII, the length if there is none.
     * Eight bytes at a time: subtracting one sets the high bit of a zero byte.
     */
    static int firstUnusual(byte[] bytes, int start) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int p = start;
        while (p + 8 <= bytes.length) {
            long word = words.getLong(p);
            if (((word - LOW_BITS | word) & HIGH_BITS) != 0) {
                break;
            }
            p += 8;
        }
        while (p < bytes.length && bytes[p] > 0) {
            p++;
        }
        return p;
    }

    /**
     * Returns the length of the character whose first byte, outside ASCII, is at {@code start}; 0 if it is invalid:
     * overlong, a surrogate, past U+10FFFF or cut off.
     */
    static int characterLength(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        int second = start + 1 < bytes.length ? bytes[start + 1] & 0xFF : 0;
        if (first < 0xC2 || first > 0xF4 || second < smallestSecond(first) || second > largestSecond(first)) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        for (int i = 2; i < length; i++) {
            if (start + i >= bytes.length || (bytes[start + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Returns CPython's words for what is wrong with an invalid character. */
    static String reason(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return "invalid start byte";
        }
        return start + 1 < bytes.length ? "invalid continuation byte" : "unexpected end of data";
    }

    private static int smallestSecond(int first) {
        switch (first) {
            case 0xE0:
                return 0xA0;
            case 0xF0:
                return 0x90;
            default:
                return 0x80;
        }
    }

    private static int largestSecond(int first) {
        switch (first) {
            case 0xED:
                return 0x9F;
            case 0xF4:
                return 0x8F;
            default:
                return 0xBF;
        }
    }
}
