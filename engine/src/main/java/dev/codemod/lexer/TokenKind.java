package dev.codemod.lexer;

/**
 * The kinds of tokens on a {@link TokenTape}, as dense byte constants so that a {@code switch} compiles to a table.
 *
 * <p>Bytes rather than an enum: the tape stores one per token and the lexer and parser compare them in their inner
 * loops. Soft keywords ({@code match}, {@code case}, {@code type}, {@code _}) are {@link #NAME}; so are the words that
 * are keywords at other language levels only ({@code print}, {@code exec} and, below 3.7, {@code async} and
 * {@code await}; in 2.7 {@code True}, {@code False}, {@code None} and {@code nonlocal}).
 */
public final class TokenKind {
    public static final byte EOF = 0;
    public static final byte ERROR = 1;
    public static final byte NEWLINE = 2;
    public static final byte INDENT = 3;
    public static final byte DEDENT = 4;
    public static final byte NAME = 5;
    public static final byte NUMBER = 6;
    /** A whole string or bytes literal that is not interpolated, prefix and quotes included. */
    public static final byte STRING = 7;
    /** Prefix and opening quotes of an f-string or t-string. */
    public static final byte FSTRING_START = 8;
    /** Literal text of an f-string or t-string or of a format specification, escapes and doubled braces included; never empty. */
    public static final byte FSTRING_MIDDLE = 9;
    /** Closing quotes of an f-string or t-string. */
    public static final byte FSTRING_END = 10;

    // Brackets and punctuation.
    public static final byte LPAR = 11;
    public static final byte RPAR = 12;
    public static final byte LSQB = 13;
    public static final byte RSQB = 14;
    public static final byte LBRACE = 15;
    public static final byte RBRACE = 16;
    public static final byte COLON = 17;
    public static final byte COMMA = 18;
    public static final byte SEMI = 19;
    public static final byte DOT = 20;
    public static final byte ELLIPSIS = 21;
    public static final byte AT = 22;
    public static final byte RARROW = 23;
    public static final byte COLONEQUAL = 24;
    /** {@code !} before the conversion of a replacement field. */
    public static final byte EXCLAMATION = 25;
    /** {@code `}, Python 2 only. */
    public static final byte BACKQUOTE = 26;

    public static final byte EQUAL = 27;

    // Binary and unary operators; AT is above.
    public static final byte PLUS = 28;
    public static final byte MINUS = 29;
    public static final byte STAR = 30;
    public static final byte SLASH = 31;
    public static final byte DOUBLESLASH = 32;
    public static final byte PERCENT = 33;
    public static final byte DOUBLESTAR = 34;
    public static final byte VBAR = 35;
    public static final byte AMPER = 36;
    public static final byte CIRCUMFLEX = 37;
    public static final byte LEFTSHIFT = 38;
    public static final byte RIGHTSHIFT = 39;
    public static final byte TILDE = 40;

    // Comparisons.
    public static final byte LESS = 41;
    public static final byte GREATER = 42;
    public static final byte EQEQUAL = 43;
    /** {@code !=}, and {@code <>} in Python 2. */
    public static final byte NOTEQUAL = 44;

    public static final byte LESSEQUAL = 45;
    public static final byte GREATEREQUAL = 46;

    // Augmented assignments.
    public static final byte PLUSEQUAL = 47;
    public static final byte MINEQUAL = 48;
    public static final byte STAREQUAL = 49;
    public static final byte SLASHEQUAL = 50;
    public static final byte DOUBLESLASHEQUAL = 51;
    public static final byte PERCENTEQUAL = 52;
    public static final byte DOUBLESTAREQUAL = 53;
    public static final byte VBAREQUAL = 54;
    public static final byte AMPEREQUAL = 55;
    public static final byte CIRCUMFLEXEQUAL = 56;
    public static final byte LEFTSHIFTEQUAL = 57;
    public static final byte RIGHTSHIFTEQUAL = 58;
    public static final byte ATEQUAL = 59;

    // Keywords.
    public static final byte FALSE = 60;
    public static final byte NONE = 61;
    public static final byte TRUE = 62;
    public static final byte AND = 63;
    public static final byte AS = 64;
    public static final byte ASSERT = 65;
    public static final byte ASYNC = 66;
    public static final byte AWAIT = 67;
    public static final byte BREAK = 68;
    public static final byte CLASS = 69;
    public static final byte CONTINUE = 70;
    public static final byte DEF = 71;
    public static final byte DEL = 72;
    public static final byte ELIF = 73;
    public static final byte ELSE = 74;
    public static final byte EXCEPT = 75;
    public static final byte FINALLY = 76;
    public static final byte FOR = 77;
    public static final byte FROM = 78;
    public static final byte GLOBAL = 79;
    public static final byte IF = 80;
    public static final byte IMPORT = 81;
    public static final byte IN = 82;
    public static final byte IS = 83;
    public static final byte LAMBDA = 84;
    public static final byte NONLOCAL = 85;
    public static final byte NOT = 86;
    public static final byte OR = 87;
    public static final byte PASS = 88;
    public static final byte RAISE = 89;
    public static final byte RETURN = 90;
    public static final byte TRY = 91;
    public static final byte WHILE = 92;
    public static final byte WITH = 93;
    public static final byte YIELD = 94;

    /** One more than the largest kind. */
    public static final int COUNT = 95;

    private static final String[] NAMES = {
        "EOF",
        "ERROR",
        "NEWLINE",
        "INDENT",
        "DEDENT",
        "NAME",
        "NUMBER",
        "STRING",
        "FSTRING_START",
        "FSTRING_MIDDLE",
        "FSTRING_END",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        ";",
        ".",
        "...",
        "@",
        "->",
        ":=",
        "!",
        "`",
        "=",
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "**",
        "|",
        "&",
        "^",
        "<<",
        ">>",
        "~",
        "<",
        ">",
        "==",
        "!=",
        "<=",
        ">=",
        "+=",
        "-=",
        "*=",
        "/=",
        "//=",
        "%=",
        "**=",
        "|=",
        "&=",
        "^=",
        "<<=",
        ">>=",
        "@=",
        "False",
        "None",
        "True",
        "and",
        "as",
        "assert",
        "async",
        "await",
        "break",
        "class",
        "continue",
        "def",
        "del",
        "elif",
        "else",
        "except",
        "finally",
        "for",
        "from",
        "global",
        "if",
        "import",
        "in",
        "is",
        "lambda",
        "nonlocal",
        "not",
        "or",
        "pass",
        "raise",
        "return",
        "try",
        "while",
        "with",
        "yield",
    };

    private TokenKind() {}

    /** Returns the text of an operator or keyword, and the name in capitals of any other kind. */
    public static String name(byte kind) {
        return NAMES[kind];
    }

    /** Returns whether {@code kind} is a reserved word of some language level. */
    public static boolean isKeyword(byte kind) {
        return kind >= FALSE;
    }
}
