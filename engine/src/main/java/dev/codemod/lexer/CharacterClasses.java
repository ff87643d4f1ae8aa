package dev.codemod.lexer;

/** What a byte can begin or continue, as one table lookup each. Bytes from 0x80 on count as parts of names. */
final class CharacterClasses {
    // What a byte begins outside strings and comments; dense, for the lexer's switch.
    static final byte INVALID = 0;
    static final byte BLANK = 1;
    static final byte NAME = 2;
    /** A letter that may belong to the prefix of a string. */
    static final byte PREFIX = 3;

    static final byte DIGIT = 4;
    static final byte QUOTE = 5;
    static final byte LINE_END = 6;
    static final byte COMMENT = 7;
    static final byte OPEN = 8;
    static final byte CLOSE = 9;
    /** A token of its own whatever follows. */
    static final byte SINGLE = 10;

    static final byte DOT = 11;
    /** May be doubled or followed by an equals sign. */
    static final byte OPERATOR = 12;

    static final byte COLON = 13;
    static final byte EXCLAMATION = 14;
    static final byte BACKSLASH = 15;
    static final byte NON_ASCII = 16;
    static final byte BACKQUOTE = 17;

    /** Indexed by {@code b & 0xFF}. */
    static final byte[] START = new byte[256];

    /** Whether an ASCII byte continues a name; false for bytes from 0x80 on, which need a closer look. */
    static final boolean[] NAME_PART = new boolean[256];

    /** Whether a byte within a string needs no attention: neither quote, backslash nor line end, and ASCII. */
    static final boolean[] PLAIN = new boolean[256];

    /** The kind of a token that consists of this one byte. */
    static final byte[] SINGLE_KIND = new byte[128];

    /** The kind of the token of this byte and an equals sign. */
    static final byte[] EQUAL_KIND = new byte[128];

    /** The kind of the token of this byte twice, or 0. */
    static final byte[] DOUBLE_KIND = new byte[128];

    /** The kind of the token of this byte twice and an equals sign, or 0. */
    static final byte[] DOUBLE_EQUAL_KIND = new byte[128];

    static {
        fill('a', 'z', NAME);
        fill('A', 'Z', NAME);
        fill('0', '9', DIGIT);
        fill(0x80, 0xFF, NON_ASCII);
        START['_'] = NAME;
        fill("bBrRuUfFtT", PREFIX);
        fill(" \t\f", BLANK);
        fill("\"'", QUOTE);
        fill("\r\n", LINE_END);
        fill("([{", OPEN);
        fill(")]}", CLOSE);
        fill(",;~", SINGLE);
        fill("+-*/%@&|^<>=", OPERATOR);
        START['#'] = COMMENT;
        START['.'] = DOT;
        START[':'] = COLON;
        START['!'] = EXCLAMATION;
        START['\\'] = BACKSLASH;
        START['`'] = BACKQUOTE;
        for (int b = 0; b < 128; b++) {
            PLAIN[b] = b != '\n' && b != '\r' && b != '"' && b != '\'' && b != '\\';
            NAME_PART[b] = START[b] == NAME || START[b] == PREFIX || START[b] == DIGIT;
        }
        set(
                SINGLE_KIND,
                "()[]{}:,;.@=`!",
                TokenKind.LPAR,
                TokenKind.RPAR,
                TokenKind.LSQB,
                TokenKind.RSQB,
                TokenKind.LBRACE,
                TokenKind.RBRACE,
                TokenKind.COLON,
                TokenKind.COMMA,
                TokenKind.SEMI,
                TokenKind.DOT,
                TokenKind.AT,
                TokenKind.EQUAL,
                TokenKind.BACKQUOTE,
                TokenKind.EXCLAMATION);
        set(
                SINGLE_KIND,
                "+-*/%|&^~<>",
                TokenKind.PLUS,
                TokenKind.MINUS,
                TokenKind.STAR,
                TokenKind.SLASH,
                TokenKind.PERCENT,
                TokenKind.VBAR,
                TokenKind.AMPER,
                TokenKind.CIRCUMFLEX,
                TokenKind.TILDE,
                TokenKind.LESS,
                TokenKind.GREATER);
        set(
                EQUAL_KIND,
                "+-*/%|&^@<>=",
                TokenKind.PLUSEQUAL,
                TokenKind.MINEQUAL,
                TokenKind.STAREQUAL,
                TokenKind.SLASHEQUAL,
                TokenKind.PERCENTEQUAL,
                TokenKind.VBAREQUAL,
                TokenKind.AMPEREQUAL,
                TokenKind.CIRCUMFLEXEQUAL,
                TokenKind.ATEQUAL,
                TokenKind.LESSEQUAL,
                TokenKind.GREATEREQUAL,
                TokenKind.EQEQUAL);
        set(
                DOUBLE_KIND,
                "*/<>",
                TokenKind.DOUBLESTAR,
                TokenKind.DOUBLESLASH,
                TokenKind.LEFTSHIFT,
                TokenKind.RIGHTSHIFT);
        set(
                DOUBLE_EQUAL_KIND,
                "*/<>",
                TokenKind.DOUBLESTAREQUAL,
                TokenKind.DOUBLESLASHEQUAL,
                TokenKind.LEFTSHIFTEQUAL,
                TokenKind.RIGHTSHIFTEQUAL);
    }

    private CharacterClasses() {}

    /** Returns whether a byte continues a name, counting every byte from 0x80 on. */
    static boolean continuesName(byte b) {
        return b < 0 || NAME_PART[b];
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static void fill(int from, int to, byte characterClass) {
        for (int b = from; b <= to; b++) {
            START[b] = characterClass;
        }
    }

    private static void fill(String bytes, byte characterClass) {
        for (int i = 0; i < bytes.length(); i++) {
            START[bytes.charAt(i)] = characterClass;
        }
    }

    private static void set(byte[] table, String bytes, byte... kinds) {
        for (int i = 0; i < bytes.length(); i++) {
            table[bytes.charAt(i)] = kinds[i];
        }
    }
}
