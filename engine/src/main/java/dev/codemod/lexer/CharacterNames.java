package dev.codemod.lexer;

import dev.codemod.source.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The characters that {@code \N{...}} names in Python: Unicode names and aliases, but no named sequences. */
public final class CharacterNames {
    /** What the JDK lacks, read when the first {@code \N} is met. */
    private static final class Table {
        private static final Map<String, Integer> NAMES = read();

        private Table() {}

        private static Map<String, Integer> read() {
            List<String> lines = DataFile.lines(CharacterNames.class, "unicode-names.txt");
            Map<String, Integer> names = new HashMap<>(lines.size() * 2);
            for (String line : lines) {
                int semicolon = line.indexOf(';');
                names.put(line.substring(semicolon + 1), Integer.parseInt(line, 0, semicolon, 16));
            }
            return names;
        }
    }

    /** First and last code points of the CJK unified ideographs of Unicode 15.1, whose names are computed. */
    private static final int[] IDEOGRAPHS = {
        0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0x20000, 0x2A6DF, 0x2A700, 0x2B739, 0x2B740, 0x2B81D, 0x2B820, 0x2CEA1, 0x2CEB0,
        0x2EBE0, 0x2EBF0, 0x2EE5D, 0x30000, 0x3134A, 0x31350, 0x323AF,
    };

    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
    private static final String SYLLABLE = "HANGUL SYLLABLE ";
    private static final String[] LEADS = {
        "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H",
    };
    private static final String[] VOWELS = {
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
        "EU", "YI", "I",
    };
    private static final String[] TAILS = {
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
        "SS", "NG", "J", "C", "K", "T", "P", "H",
    };

    private CharacterNames() {}

    /** Returns the character of a name in any case, or -1 if there is none. */
    public static int lookup(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith(IDEOGRAPH)) {
            return ideograph(upper.substring(IDEOGRAPH.length()));
        }
        if (upper.startsWith(SYLLABLE)) {
            return syllable(upper.substring(SYLLABLE.length()));
        }
        Integer listed = Table.NAMES.get(upper);
        return listed != null ? listed : fromJdk(upper);
    }

    private static int fromJdk(String name) {
        if (name.isBlank() || name.charAt(0) == ' ' || name.endsWith(" ")) {
            return -1;
        }
        int found;
        try {
            found = Character.codePointOf(name);
        } catch (IllegalArgumentException e) {
            return -1;
        }
        // The JDK makes up names like "BASIC LATIN 80" for characters that have none.
        String block = Character.UnicodeBlock.of(found).toString().replace('_', ' ');
        return name.startsWith(block + " ")
                        && name.endsWith(" " + Integer.toHexString(found).toUpperCase(Locale.ROOT))
                ? -1
                : found;
    }

    private static int ideograph(String hex) {
        if (hex.length() != 4 && hex.length() != 5) {
            return -1;
        }
        int codePoint = 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            codePoint = codePoint << 4 | digit;
        }
        for (int i = 0; i < IDEOGRAPHS.length; i += 2) {
            if (codePoint >= IDEOGRAPHS[i] && codePoint <= IDEOGRAPHS[i + 1]) {
                return codePoint;
            }
        }
        return -1;
    }

    private static int syllable(String rest) {
        int lead = longest(LEADS, rest);
        if (lead < 0) {
            return -1;
        }
        String afterLead = rest.substring(LEADS[lead].length());
        int vowel = longest(VOWELS, afterLead);
        if (vowel < 0) {
            return -1;
        }
        String afterVowel = afterLead.substring(VOWELS[vowel].length());
        for (int tail = 0; tail < TAILS.length; tail++) {
            if (TAILS[tail].equals(afterVowel)) {
                return 0xAC00 + (lead * VOWELS.length + vowel) * TAILS.length + tail;
            }
        }
        return -1;
    }

    private static int longest(String[] jamo, String text) {
        int found = -1;
        for (int i = 0; i < jamo.length; i++) {
            if (text.startsWith(jamo[i]) && (found < 0 || jamo[i].length() > jamo[found].length())) {
                found = i;
            }
        }
        return found;
    }
}
