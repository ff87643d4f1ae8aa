package dev.codemod.codemods.sql;

import java.util.List;

/**
 * Where a function or method takes a query and its parameters.
 *
 * @param kind how parameters are passed
 * @param queryIndex the position of the query among the positional arguments
 * @param query the keywords by which the query can be passed; empty if only by position
 * @param parametersIndex the position of the parameters among the positional arguments; -1 if only by keyword
 * @param parameters the keywords by which parameters can be passed, the one to write first; empty if only by position
 */
record CallForm(Kind kind, int queryIndex, List<String> query, int parametersIndex, List<String> parameters) {
    /** How parameters are passed. */
    enum Kind {
        /** As one sequence or mapping. */
        ONE,
        /** As a sequence of them, one for each row. */
        ROWS,
        /** As arguments after the query. */
        ARGUMENTS,
        /** As keyword arguments. */
        KEYWORDS,
        /** By {@code .bindparams()} of the result, or beside it where it is executed. */
        CLAUSE,
        /** In the configuration object of BigQuery. */
        CONFIG,
        /** Not at all: a script of several statements. */
        SCRIPT,
        /** Not at all: a statement that is executed later. */
        PREPARED
    }

    /** What is known of a method of an object of which nothing is known: the form of PEP 249 in all its spellings. */
    static final CallForm UNKNOWN = new CallForm(
            Kind.ONE,
            0,
            List.of("query", "sql", "operation", "statement", "command"),
            1,
            List.of("params", "parameters", "args", "vars", "values"));

    static CallForm one(String query, String parameters) {
        return of(Kind.ONE, query, 1, parameters);
    }

    static CallForm of(Kind kind, String query, int parametersIndex, String parameters) {
        return new CallForm(kind, 0, words(query), parametersIndex, words(parameters));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    boolean isMany() {
        return kind == Kind.ROWS;
    }
}
