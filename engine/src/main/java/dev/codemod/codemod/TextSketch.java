package dev.codemod.codemod;

/**
 * A few bits about the bytes of a file that tell of most literals that they are not in it, so that the file need not be
 * read again.
 *
 * <p>One bit for each number that a hash gives to four bytes. Those at even offsets are entered: a literal at an even
 * offset brings those at its own even offsets, at an odd offset those at its odd ones. There are two to
 * four bits for every byte of the file; sources set about a tenth of them.
 */
final class TextSketch {
    private static final int GRAM = 4;
    private static final int SMALLEST_LOG = 9;
    private static final int LARGEST_LOG = 22;

    private final int shift;
    private final long[] bits;

    private TextSketch(int log) {
        shift = Integer.SIZE - log;
        bits = new long[1 << log - 6];
    }

    /** Returns the sketch of some bytes. */
    static TextSketch of(byte[] bytes) {
        int log = Integer.SIZE - Integer.numberOfLeadingZeros(bytes.length);
        TextSketch sketch = new TextSketch(Math.min(Math.max(log + 1, SMALLEST_LOG), LARGEST_LOG));
        final long[] target = sketch.bits;
        final int down = sketch.shift;
        int last = bytes.length - GRAM;
        for (int i = 0; i <= last; i += 2) {
            int place = hash(bytes, i) >>> down;
            target[place >>> 6] |= 1L << place;
        }
        return sketch;
    }

    /** Returns the number of bytes that the sketch takes. */
    int size() {
        return bits.length * Long.BYTES;
    }

    /** A literal, prepared to be looked for in many sketches. */
    static final class Literal {
        private final int[] even;
        private final int[] odd;

        Literal(byte[] bytes) {
            even = hashes(bytes, 0);
            odd = hashes(bytes, 1);
        }

        private static int[] hashes(byte[] bytes, int first) {
            int[] hashes = new int[Math.max(0, bytes.length - GRAM - first + 2) / 2];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = hash(bytes, first + 2 * i);
            }
            return hashes;
        }
    }

    /** Returns whether a literal may be in the file, as one of less than five bytes always may. */
    boolean mayHave(Literal literal) {
        return hasAll(literal.even) || hasAll(literal.odd);
    }

    private boolean hasAll(int[] hashes) {
        for (int hash : hashes) {
            int place = hash >>> shift;
            if ((bits[place >>> 6] & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] bytes, int offset) {
        int gram = bytes[offset] & 0xFF
                | (bytes[offset + 1] & 0xFF) << 8
                | (bytes[offset + 2] & 0xFF) << 16
                | bytes[offset + 3] << 24;
        return gram * 0x9E3779B1;
    }
}
