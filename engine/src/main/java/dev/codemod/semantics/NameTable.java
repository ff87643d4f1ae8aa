package dev.codemod.semantics;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;
import java.text.Normalizer;

/**
 * The names of one text as strings, each made once: names repeat, and comparing bytes is cheaper than decoding them.
 *
 * <p>Open addressing over the bytes of the tokens; the table holds the token at which a spelling was first seen.
 */
final class NameTable {
    private final Source source;
    private final TokenTape tape;
    private final byte[] bytes;
    private int[] tokens = new int[256];
    private String[] names = new String[256];
    private int size;

    NameTable(Parsed parsed) {
        source = parsed.source();
        tape = parsed.tape();
        bytes = source.bytes();
    }

    /** Returns the name that a token spells; identifiers outside ASCII in the normal form NFKC, as Python has it. */
    String name(int token) {
        int start = tape.start(token);
        int end = tape.end(token);
        int mask = names.length - 1;
        int slot = hash(start, end) & mask;
        while (names[slot] != null) {
            if (same(tokens[slot], start, end)) {
                return names[slot];
            }
            slot = slot + 1 & mask;
        }
        return add(slot, token, start, end);
    }

    private String add(int slot, int token, int start, int end) {
        String text = source.text(start, end);
        String name = tape.has(token, TokenTape.NON_ASCII) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
        names[slot] = name;
        tokens[slot] = token;
        size++;
        if (size * 2 > names.length) {
            grow();
        }
        return name;
    }

    private void grow() {
        int[] oldTokens = tokens;
        String[] oldNames = names;
        tokens = new int[oldTokens.length * 2];
        names = new String[oldNames.length * 2];
        int mask = names.length - 1;
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] != null) {
                int slot = hash(tape.start(oldTokens[i]), tape.end(oldTokens[i])) & mask;
                while (names[slot] != null) {
                    slot = slot + 1 & mask;
                }
                names[slot] = oldNames[i];
                tokens[slot] = oldTokens[i];
            }
        }
    }

    private int hash(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    private boolean same(int token, int start, int end) {
        int other = tape.start(token);
        if (tape.end(token) - other != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (bytes[other + i - start] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
