package dev.codemod.lexer;

import static dev.codemod.lexer.CharacterClasses.isDigit;

/**
 * Finds the end of number literals, by the rules of CPython's tokenizer: digits may be grouped by single underscores,
 * and a letter may follow directly only if it begins an operator word ({@code 1if x else y}), of which CPython looks at
 * no more than two letters where they are {@code if}, {@code in} or {@code is}. 2.7 knows {@code 0777},
 * {@code 10L} and neither of those two rules.
 */
final class NumberLexer {
    private static final String[] OPERATOR_WORDS = {"and", "else", "for", "if", "in", "is", "or", "not"};

    private final byte[] bytes;
    private final boolean python2;
    private final TapeBuilder tape;

    private String error;
    private int errorOffset;

    NumberLexer(byte[] bytes, boolean python2, TapeBuilder tape) {
        this.bytes = bytes;
        this.python2 = python2;
        this.tape = tape;
    }

    /**
     * Adds the number that starts at {@code start} with a digit, or with a dot and a digit.
     *
     * @return the offset after it
     */
    int lex(int start) {
        error = null;
        int end = python2 ? endOfPython2Number(start) : endOfNumber(start);
        if (error == null) {
            tape.add(TokenKind.NUMBER, start, end);
            return end;
        }
        return addError(start, Math.max(end, errorOffset));
    }

    /** Swallows the rest of the word, so that one mistake is one problem. */
    private int addError(int start, int end) {
        int p = end;
        while (p < bytes.length && CharacterClasses.continuesName(bytes[p])) {
            p++;
        }
        tape.problem(errorOffset, error);
        tape.add(TokenKind.ERROR, start, p);
        return p;
    }

    private int endOfNumber(int start) {
        byte first = bytes[start];
        if (first == '0' && start + 1 < bytes.length) {
            switch (bytes[start + 1] | 0x20) {
                case 'x':
                    return endOfRadix(start + 2, 16, "hexadecimal");
                case 'o':
                    return endOfRadix(start + 2, 8, "octal");
                case 'b':
                    return endOfRadix(start + 2, 2, "binary");
                default:
                    break;
            }
        }
        int p = start;
        if (first != '.') {
            p = endOfDigits(start);
            if (error != null) {
                return p;
            }
        }
        byte next = at(p);
        boolean isInteger = next != '.' && (next | 0x20) != 'e' && (next | 0x20) != 'j';
        if (isInteger) {
            if (first == '0' && hasLeadingZeros(start, p)) {
                fail(
                        start + 1,
                        "leading zeros in decimal integer literals are not permitted; "
                                + "use an 0o prefix for octal integers");
                return p;
            }
            return endingWord(p, "decimal");
        }
        return endOfFraction(p);
    }

    /** Continues after the integer part, at a dot, an exponent or a {@code j}. */
    private int endOfFraction(int start) {
        int p = start;
        if (at(p) == '.') {
            p++;
            if (isDigit(at(p))) {
                p = endOfDigits(p);
                if (error != null) {
                    return p;
                }
            }
        }
        if ((at(p) | 0x20) == 'e') {
            int digits = at(p + 1) == '+' || at(p + 1) == '-' ? p + 2 : p + 1;
            if (!isDigit(at(digits))) {
                return digits == p + 2 ? fail(digits, "invalid decimal literal") : endingWord(p, "decimal");
            }
            p = endOfDigits(digits);
            if (error != null) {
                return p;
            }
        }
        return (at(p) | 0x20) == 'j' ? endingWord(p + 1, "imaginary") : endingWord(p, "decimal");
    }

    /** Skips digits with single underscores between them. */
    private int endOfDigits(int start) {
        int p = start;
        while (true) {
            while (p < bytes.length && isDigit(bytes[p])) {
                p++;
            }
            if (at(p) != '_') {
                return p;
            }
            p++;
            if (!isDigit(at(p))) {
                return fail(p, "invalid decimal literal");
            }
        }
    }

    private int endOfRadix(int start, int radix, String name) {
        int p = start;
        do {
            if (at(p) == '_') {
                p++;
            }
            if (Character.digit(at(p), radix) < 0) {
                return isDigit(at(p)) ? fail(p + 1, invalidDigit(p, name)) : fail(p, "invalid " + name + " literal");
            }
            while (Character.digit(at(p), radix) >= 0) {
                p++;
            }
        } while (at(p) == '_');
        return isDigit(at(p)) ? fail(p + 1, invalidDigit(p, name)) : endingWord(p, name);
    }

    private String invalidDigit(int offset, String name) {
        return "invalid digit '" + (char) bytes[offset] + "' in " + name + " literal";
    }

    private boolean hasLeadingZeros(int start, int end) {
        for (int p = start; p < end; p++) {
            if (bytes[p] != '0' && bytes[p] != '_') {
                return true;
            }
        }
        return false;
    }

    /** Rejects a letter at {@code end} unless it begins a word that may follow a number. */
    private int endingWord(int end, String name) {
        byte next = at(end);
        if (next <= 0 || !CharacterClasses.NAME_PART[next]) {
            return end;
        }
        for (String word : OPERATOR_WORDS) {
            byte following = at(end + word.length());
            boolean isWhole = following >= 0 && !CharacterClasses.NAME_PART[following];
            if (startsWith(end, word) && (isWhole || word.startsWith("i"))) {
                return end;
            }
        }
        return fail(end, "invalid " + name + " literal");
    }

    private boolean startsWith(int offset, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at(offset + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int endOfPython2Number(int start) {
        int p = start;
        if (bytes[start] == '0') {
            int radix = radix(at(start + 1) | 0x20);
            if (radix != 10) {
                return endOfPython2Radix(start + 2, radix);
            }
        }
        p = skipDigits(p);
        int letter = at(p) | 0x20;
        boolean isInteger = at(p) != '.' && letter != 'e' && letter != 'j';
        if (isInteger && bytes[start] == '0' && !isOctal(start, p)) {
            return fail(p, "invalid token");
        }
        if (letter == 'l') {
            return p + 1;
        }
        if (at(p) == '.') {
            p = skipDigits(p + 1);
        }
        if ((at(p) | 0x20) == 'e') {
            int digits = at(p + 1) == '+' || at(p + 1) == '-' ? p + 2 : p + 1;
            if (!isDigit(at(digits))) {
                return digits == p + 2 ? fail(digits, "invalid token") : p;
            }
            p = skipDigits(digits);
        }
        return (at(p) | 0x20) == 'j' ? p + 1 : p;
    }

    private int endOfPython2Radix(int start, int radix) {
        int p = start;
        while (Character.digit(at(p), radix) >= 0) {
            p++;
        }
        if (p == start) {
            return fail(p, "invalid token");
        }
        return (at(p) | 0x20) == 'l' ? p + 1 : p;
    }

    private static int radix(int letter) {
        switch (letter) {
            case 'x':
                return 16;
            case 'o':
                return 8;
            case 'b':
                return 2;
            default:
                return 10;
        }
    }

    private boolean isOctal(int start, int end) {
        for (int p = start; p < end; p++) {
            if (bytes[p] > '7') {
                return false;
            }
        }
        return true;
    }

    private int skipDigits(int start) {
        int p = start;
        while (p < bytes.length && isDigit(bytes[p])) {
            p++;
        }
        return p;
    }

    /** Notes an error at the byte before {@code end}, where CPython's caret points. */
    private int fail(int end, String message) {
        error = message;
        errorOffset = end - 1;
        return end;
    }

    /** Returns the byte at an offset, 0 past the end. */
    private byte at(int offset) {
        return offset < bytes.length ? bytes[offset] : 0;
    }
}
