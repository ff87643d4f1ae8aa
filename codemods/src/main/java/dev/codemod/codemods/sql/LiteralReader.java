package dev.codemod.codemods.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of string literals: which characters Python makes of which spelling.
 *
 * <p>Escapes as in the language reference, "String and Bytes literals". The spelling of what is not changed is kept, so
 * an escape needs to be understood only well enough to know its length and whether it is a character that SQL cares
 * about.
 */
final class LiteralReader {
    private LiteralReader() {}

    /** Returns the characters that a part of a literal stands for. */
    static List<QueryCharacter> read(Piece piece, int from, int to) {
        List<QueryCharacter> characters = new ArrayList<>();
        String source = piece.source();
        int i = from;
        while (i < to) {
            char c = source.charAt(i);
            if (c == '\\' && !piece.isRaw() && i + 1 < to) {
                i = escape(piece, i, to, characters);
            } else {
                characters.add(new QueryCharacter(c, piece, i, i + 1, null));
                i++;
            }
        }
        return characters;
    }

    private static int escape(Piece piece, int start, int to, List<QueryCharacter> characters) {
        String source = piece.source();
        char c = source.charAt(start + 1);
        switch (c) {
            case '\n':
                return start + 2;
            case '\r':
                return start + 2 < to && source.charAt(start + 2) == '\n' ? start + 3 : start + 2;
            case 'x':
                return coded(piece, start, digitsEnd(source, start + 2, Math.min(to, start + 4), 16), 16, characters);
            case 'u':
                return coded(piece, start, digitsEnd(source, start + 2, Math.min(to, start + 6), 16), 16, characters);
            case 'U':
                return coded(piece, start, digitsEnd(source, start + 2, Math.min(to, start + 10), 16), 16, characters);
            case 'N':
                return named(piece, start, to, characters);
            default:
                if (c >= '0' && c <= '7') {
                    int end = digitsEnd(source, start + 1, Math.min(to, start + 4), 8);
                    add(piece, start, end, Integer.parseInt(source.substring(start + 1, end), 8), characters);
                    return end;
                }
                return simple(piece, start, c, characters);
        }
    }

    private static int simple(Piece piece, int start, char c, List<QueryCharacter> characters) {
        int known = "\\'\"abfnrtv".indexOf(c);
        if (known < 0) {
            characters.add(new QueryCharacter('\\', piece, start, start + 1, null));
            characters.add(new QueryCharacter(c, piece, start + 1, start + 2, null));
        } else {
            char meaning = "\\'\"\u0007\b\f\n\r\t\u000b".charAt(known);
            characters.add(new QueryCharacter(meaning, piece, start, start + 2, null));
        }
        return start + 2;
    }

    private static int digitsEnd(String source, int from, int to, int radix) {
        int end = from;
        while (end < to && Character.digit(source.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    /** Adds the character of an escape whose digits start two characters after its start. */
    private static int coded(Piece piece, int start, int end, int radix, List<QueryCharacter> characters) {
        if (end == start + 2) {
            return simple(piece, start, piece.source().charAt(start + 1), characters);
        }
        add(piece, start, end, Integer.parseInt(piece.source().substring(start + 2, end), radix), characters);
        return end;
    }

    private static int named(Piece piece, int start, int to, List<QueryCharacter> characters) {
        int close = piece.source().indexOf('}', start);
        if (close < 0 || close >= to || piece.source().charAt(start + 2) != '{') {
            return simple(piece, start, 'N', characters);
        }
        // Which character it is does not matter here: no character that SQL or Python cares about is written by name.
        add(piece, start, close + 1, '\uFFFD', characters);
        return close + 1;
    }

    private static void add(Piece piece, int start, int end, int codePoint, List<QueryCharacter> characters) {
        if (!Character.isValidCodePoint(codePoint)) {
            characters.add(new QueryCharacter('\uFFFD', piece, start, end, null));
            return;
        }
        char[] all = Character.toChars(codePoint);
        characters.add(new QueryCharacter(all[0], piece, start, end, null));
        if (all.length > 1) {
            characters.add(new QueryCharacter(all[1], piece, end, end, null));
        }
    }
}
