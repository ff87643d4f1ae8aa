package dev.codemod.codemod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether bytes contain any of some literals, without looking at most of the bytes.
 *
 * <p>The algorithm of Wu and Manber, 1994: a table says for every pair of bytes how far from the end of a literal it is
 * at least, the literals being cut to the length of the shortest one; so far the search can jump. A pair that no literal
 * has, as nearly all, is jumped over together with everything before it.
 */
final class QuickSearch {
    private static final int PAIR = 2;

    /** Below this length a jump gains nothing. */
    static final int SHORTEST_USEFUL = PAIR + 1;

    private final int length;

    /** For a pair of bytes the length of the jump, or minus the number of its list in {@link #ending}. */
    private final short[] jumps = new short[1 << 16];

    /** The literals whose first {@link #length} bytes end with a pair; the list with number 0 is not used. */
    private final List<List<byte[]>> ending = new ArrayList<>();

    /**
     * Prepares a search.
     *
     * @param literals of {@link #SHORTEST_USEFUL} bytes at least
     */
    QuickSearch(List<byte[]> literals) {
        int shortest = Short.MAX_VALUE;
        for (byte[] literal : literals) {
            shortest = Math.min(shortest, literal.length);
        }
        if (shortest < SHORTEST_USEFUL) {
            throw new IllegalArgumentException("a literal is too short: " + shortest);
        }
        length = shortest;
        Arrays.fill(jumps, (short) (length - PAIR + 1));
        ending.add(List.of());
        for (byte[] literal : literals) {
            for (int end = PAIR; end < length; end++) {
                int pair = pair(literal, end - PAIR);
                jumps[pair] = (short) Math.min(jumps[pair], length - end);
            }
        }
        literals.forEach(this::addEnding);
    }

    private void addEnding(byte[] literal) {
        int pair = pair(literal, length - PAIR);
        if (jumps[pair] > 0) {
            jumps[pair] = (short) -ending.size();
            ending.add(new ArrayList<>());
        }
        ending.get(-jumps[pair]).add(literal);
    }

    private static int pair(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }

    /** Returns whether one of the literals is somewhere in the bytes. */
    boolean isAnyIn(byte[] bytes) {
        final short[] table = jumps;
        int last = length - 1;
        while (last < bytes.length) {
            int jump = table[(bytes[last - 1] & 0xFF) << 8 | bytes[last] & 0xFF];
            if (jump <= 0) {
                if (isAnyAt(ending.get(-jump), bytes, last - length + 1)) {
                    return true;
                }
                jump = 1;
            }
            last += jump;
        }
        return false;
    }

    private static boolean isAnyAt(List<byte[]> literals, byte[] bytes, int start) {
        for (int i = 0; i < literals.size(); i++) {
            byte[] literal = literals.get(i);
            int end = start + literal.length;
            if (end <= bytes.length && Arrays.equals(literal, 0, literal.length, bytes, start, end)) {
                return true;
            }
        }
        return false;
    }
}
