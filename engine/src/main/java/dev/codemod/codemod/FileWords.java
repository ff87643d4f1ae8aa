package dev.codemod.codemod;

import dev.codemod.match.Pattern;
import dev.codemod.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The words of a file, hashed, so that most patterns need no look at its tree. A Bloom filter with one hash function: it
 * may take a word for one of the file that is not, but never the other way round.
 */
final class FileWords {
    private static final int BITS = 1 << 15;

    private final BitSet hashes = new BitSet(BITS);

    FileWords(Source source) {
        byte[] bytes = source.bytes();
        int hash = 0;
        for (int i = source.textStart(); i < bytes.length; i++) {
            byte next = bytes[i];
            if (isPartOfWord(next)) {
                hash = added(hash, next);
            } else if (hash != 0) {
                hashes.set(bit(hash));
                hash = 0;
            }
        }
        hashes.set(bit(hash));
        // A word may have the hash of none.
        hashes.set(bit(0));
    }

    /** Returns false if the file lacks a word without which the pattern matches nothing. */
    boolean mayMatch(Pattern pattern) {
        return pattern.requiredWords().stream().allMatch(this::mayContain);
    }

    private boolean mayContain(String word) {
        int hash = 0;
        for (byte next : word.getBytes(StandardCharsets.UTF_8)) {
            hash = added(hash, next);
        }
        return hashes.get(bit(hash));
    }

    /** Python's identifiers, and all that is not ASCII. */
    private static boolean isPartOfWord(byte next) {
        return next >= 'a' && next <= 'z'
                || next >= 'A' && next <= 'Z'
                || next == '_'
                || next < 0
                || next >= '0' && next <= '9';
    }

    private static int added(int hash, byte next) {
        return 31 * hash + (next & 0xFF);
    }

    private static int bit(int hash) {
        return (hash ^ hash >>> 15) & BITS - 1;
    }
}
