package dev.codemod.codemods.sql;

import java.util.Locale;

/**
 * A token of SQL text.
 *
 * @param kind what it is
 * @param text its characters, {@link SqlLexer#HOLE} where a value is put in
 * @param start index of its first character
 * @param quote index, in the whole text, of the quote that opens a string or a quoted name; {@code start} for others
 */
record SqlToken(Kind kind, String text, int start, int quote) {
    /** The kinds of tokens. */
    enum Kind {
        /** A keyword or a name without quotes; with holes, a name that is put together. */
        WORD,
        /** A name in quotes. */
        QUOTED_NAME,
        /** A string literal, its prefix included. */
        STRING,
        /** A string between dollar signs, or in Oracle's {@code q'[..]'}: nothing is escaped in it. */
        DELIMITED_STRING,
        /** A number. */
        NUMBER,
        /** A placeholder. */
        PLACEHOLDER,
        /** A value that stands alone. */
        HOLE,
        /** Punctuation or an operator. */
        SYMBOL,
        /** A comment. */
        COMMENT,
        /** A string, a quoted name or a comment that does not end. */
        UNFINISHED
    }

    /** Returns the index after the last character. */
    int end() {
        return start + text.length();
    }

    /** Returns whether the token is a word, whatever its case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Returns whether the token is a symbol. */
    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Returns the text in capitals. */
    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Returns whether a value is put into the token. */
    boolean hasHole() {
        return text.indexOf(SqlLexer.HOLE) >= 0;
    }

    /** Returns what stands between the quotes of a string or a quoted name. */
    String body() {
        return text.substring(quote - start + 1, text.length() - 1);
    }

    /** Returns whether a string has a prefix such as {@code N} or {@code E}. */
    boolean hasPrefix() {
        return quote != start;
    }
}
