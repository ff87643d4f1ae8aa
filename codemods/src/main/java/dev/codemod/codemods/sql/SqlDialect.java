package dev.codemod.codemods.sql;

/** How a database reads quotes, escapes and comments. */
enum SqlDialect {
    /** ISO SQL: only {@code ''} escapes a quote, {@code "x"} is a name. */
    STANDARD(false, false, false, false, false),
    /** SQLite: names also in backquotes and brackets. */
    SQLITE(false, false, false, false, true),
    /** PostgreSQL: {@code E'\n'}, {@code $$text$$}, nested comments. */
    POSTGRESQL(false, false, false, true, false),
    /** MySQL and MariaDB: backslash escapes, {@code "x"} is a string, {@code #} starts a comment. */
    MYSQL(true, true, true, false, false);

    private final boolean hasBackslashEscapes;
    private final boolean hasDoubleQuotedStrings;
    private final boolean hasHashComments;
    private final boolean hasDollarQuotes;
    private final boolean hasBracketNames;

    SqlDialect(
            boolean hasBackslashEscapes,
            boolean hasDoubleQuotedStrings,
            boolean hasHashComments,
            boolean hasDollarQuotes,
            boolean hasBracketNames) {
        this.hasBackslashEscapes = hasBackslashEscapes;
        this.hasDoubleQuotedStrings = hasDoubleQuotedStrings;
        this.hasHashComments = hasHashComments;
        this.hasDollarQuotes = hasDollarQuotes;
        this.hasBracketNames = hasBracketNames;
    }

    /** Returns whether a backslash in an ordinary literal escapes the next character. */
    boolean hasBackslashEscapes() {
        return hasBackslashEscapes;
    }

    /** Returns whether double quotes delimit strings and not names. */
    boolean hasDoubleQuotedStrings() {
        return hasDoubleQuotedStrings;
    }

    /** Returns whether {@code #} starts a comment. */
    boolean hasHashComments() {
        return hasHashComments;
    }

    /** Returns whether {@code $tag$ ... $tag$} is a string, {@code E'..'} has escapes, and comments nest. */
    boolean hasDollarQuotes() {
        return hasDollarQuotes;
    }

    /** Returns whether {@code [x]} is a name. */
    boolean hasBracketNames() {
        return hasBracketNames;
    }

    /** Returns whether {@code `x`} is a name. */
    boolean hasBackquotedNames() {
        return this == MYSQL || this == SQLITE;
    }
}
