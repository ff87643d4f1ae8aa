package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.CallForm.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that take a query, and classes whose constructor does. */
final class FunctionSinks {
    /** Whose rules a function follows. */
    enum Rules {
        /** Those of SQLAlchemy's own reading of texts. */
        SQLALCHEMY,
        /** Those of Django. */
        DJANGO,
        /** Those of the connection that is passed beside the query, as pandas does. */
        CONNECTION,
        /** Those of DuckDB, which has a connection by default. */
        DUCKDB
    }

    /**
     * A function.
     *
     * @param form where it takes the query
     * @param connectionIndex where the connection is among the positional arguments
     */
    record Function(Rules rules, CallForm form, int connectionIndex) {}

    private static final Function TEXT = new Function(Rules.SQLALCHEMY, SqlAlchemy.clauseForm(), -1);
    private static final Function RAW_SQL = new Function(Rules.DJANGO, CallForm.one("sql", "params"), -1);
    private static final Function READ_SQL = pandas();
    private static final Function DUCKDB_EXECUTE = new Function(Rules.DUCKDB, CallForm.one("query", "parameters"), -1);
    private static final Function DUCKDB_SQL =
            new Function(Rules.DUCKDB, CallForm.of(Kind.ONE, "query", -1, "params"), -1);

    private static final Map<String, Function> FUNCTIONS = Map.ofEntries(
            Map.entry("sqlalchemy.text", TEXT),
            Map.entry("sqlalchemy.sql.text", TEXT),
            Map.entry("sqlalchemy.sql.expression.text", TEXT),
            Map.entry("sqlalchemy.sql.elements.TextClause", TEXT),
            Map.entry("django.db.models.expressions.RawSQL", RAW_SQL),
            Map.entry("pandas.read_sql", READ_SQL),
            Map.entry("pandas.read_sql_query", READ_SQL),
            Map.entry("pandas.io.sql.read_sql", READ_SQL),
            Map.entry("pandas.io.sql.read_sql_query", READ_SQL),
            Map.entry("duckdb.execute", DUCKDB_EXECUTE),
            Map.entry("duckdb.sql", DUCKDB_SQL),
            Map.entry("duckdb.query", DUCKDB_SQL));

    /** The last parts of the names, for a first look. */
    static final Set<String> NAMES = Set.of("text", "TextClause", "RawSQL", "read_sql", "read_sql_query");

    private FunctionSinks() {}

    private static Function pandas() {
        return new Function(Rules.CONNECTION, new CallForm(Kind.ONE, 0, List.of("sql"), 4, List.of("params")), 1);
    }

    /** Returns the function of a qualified name, or null. */
    static Function of(String qualifiedName) {
        return FUNCTIONS.get(qualifiedName);
    }
}
