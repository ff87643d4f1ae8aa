package dev.codemod.codemods.sql;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a database reads quotes, escapes and comments. */
enum SqlDialect {
    /**
     * ISO SQL: only {@code ''} escapes a quote, {@code "x"} is a name. It also stands for databases that are not known,
     * so that what is a name in some of them, {@code `x`}, is one.
     */
    STANDARD(Feature.BACKQUOTED_NAMES),
    /** SQLite: names also in backquotes and brackets. */
    SQLITE(Feature.BACKQUOTED_NAMES, Feature.BRACKET_NAMES),
    /** PostgreSQL, also Redshift and DuckDB: {@code E'\n'}, {@code $$text$$}, nested comments. */
    POSTGRESQL(Feature.DOLLAR_QUOTES, Feature.NESTED_COMMENTS, Feature.ESCAPE_LITERALS),
    /** MySQL and MariaDB: backslash escapes, {@code "x"} is a string, {@code #} starts a comment. */
    MYSQL(
            Feature.BACKSLASH_ESCAPES,
            Feature.DOUBLE_QUOTED_STRINGS,
            Feature.HASH_COMMENTS,
            Feature.BACKQUOTED_NAMES,
            Feature.SPACED_DASHES),
    /** Oracle: {@code q'[text]'}, {@code #} and {@code $} inside of names. */
    ORACLE(Feature.Q_LITERALS, Feature.HASH_NAMES),
    /** SQL Server: {@code [x]} is a name, {@code @x} a variable, {@code #x} a temporary table; comments nest. */
    SQLSERVER(Feature.BRACKET_NAMES, Feature.NESTED_COMMENTS, Feature.HASH_NAMES),
    /** Snowflake: backslash escapes, {@code $$text$$}. */
    SNOWFLAKE(Feature.BACKSLASH_ESCAPES, Feature.DOLLAR_QUOTES),
    /** ClickHouse: backslash escapes, names also in backquotes. */
    CLICKHOUSE(Feature.BACKSLASH_ESCAPES, Feature.BACKQUOTED_NAMES),
    /** BigQuery: as MySQL, with {@code r'..'} literals. */
    BIGQUERY(Feature.BACKSLASH_ESCAPES, Feature.DOUBLE_QUOTED_STRINGS, Feature.HASH_COMMENTS, Feature.BACKQUOTED_NAMES);

    /** What tells one dialect from another. */
    private enum Feature {
        BACKSLASH_ESCAPES,
        DOUBLE_QUOTED_STRINGS,
        HASH_COMMENTS,
        DOLLAR_QUOTES,
        NESTED_COMMENTS,
        ESCAPE_LITERALS,
        BRACKET_NAMES,
        BACKQUOTED_NAMES,
        SPACED_DASHES,
        Q_LITERALS,
        HASH_NAMES
    }

    private final Set<Feature> features;

    SqlDialect(Feature... features) {
        this.features = EnumSet.noneOf(Feature.class);
        this.features.addAll(Set.of(features));
    }

    /** Returns the dialect of the option {@code dialect}, or null if it names none. */
    static SqlDialect of(String name) {
        for (SqlDialect dialect : values()) {
            if (dialect.name().toLowerCase(Locale.ROOT).equals(name)) {
                return dialect;
            }
        }
        return null;
    }

    private boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Returns whether a backslash in an ordinary literal escapes the next character. */
    boolean hasBackslashEscapes() {
        return has(Feature.BACKSLASH_ESCAPES);
    }

    /** Returns whether double quotes delimit strings and not names. */
    boolean hasDoubleQuotedStrings() {
        return has(Feature.DOUBLE_QUOTED_STRINGS);
    }

    /** Returns whether {@code #} starts a comment. */
    boolean hasHashComments() {
        return has(Feature.HASH_COMMENTS);
    }

    /** Returns whether {@code $tag$ ... $tag$} is a string. */
    boolean hasDollarQuotes() {
        return has(Feature.DOLLAR_QUOTES);
    }

    /** Returns whether comments can stand in comments. */
    boolean hasNestedComments() {
        return has(Feature.NESTED_COMMENTS);
    }

    /** Returns whether a backslash in {@code E'..'} escapes the next character. */
    boolean hasEscapeLiterals() {
        return has(Feature.ESCAPE_LITERALS);
    }

    /** Returns whether {@code [x]} is a name. */
    boolean hasBracketNames() {
        return has(Feature.BRACKET_NAMES);
    }

    /** Returns whether {@code `x`} is a name. */
    boolean hasBackquotedNames() {
        return has(Feature.BACKQUOTED_NAMES);
    }

    /** Returns whether {@code --} starts a comment only before white space, so that {@code 5--1} is an expression. */
    boolean hasSpacedDashes() {
        return has(Feature.SPACED_DASHES);
    }

    /** Returns whether {@code q'[text]'} is a string. */
    boolean hasQLiterals() {
        return has(Feature.Q_LITERALS);
    }

    /** Returns whether {@code #}, {@code $} and, at their start, {@code @} belong to names. */
    boolean hasHashNames() {
        return has(Feature.HASH_NAMES);
    }
}
