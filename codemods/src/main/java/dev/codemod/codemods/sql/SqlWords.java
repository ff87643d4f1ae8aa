package dev.codemod.codemods.sql;

import java.util.List;
import java.util.Set;

/** The words of SQL that tell what stands beside them. */
final class SqlWords {
    /** Words after which, as the last word before it, an operand is a value. */
    static final Set<String> BEFORE_VALUE = Set.of(
            "LIKE", "ILIKE", "GLOB", "REGEXP", "RLIKE", "MATCH", "BETWEEN", "LIMIT", "OFFSET", "THEN", "ELSE", "ESCAPE",
            "TO");

    /** Words after which the name of a table or another object stands. */
    static final Set<String> BEFORE_NAME = Set.of(
            "FROM",
            "JOIN",
            "INTO",
            "UPDATE",
            "TABLE",
            "INDEX",
            "VIEW",
            "SCHEMA",
            "DATABASE",
            "COLUMN",
            "AS",
            "USING",
            "BY",
            "COLLATE",
            "SET",
            "ONLY",
            "IGNORE",
            "REPLACE",
            "OUTFILE",
            "DUMPFILE",
            "CONSTRAINT",
            "CONFLICT",
            "PRAGMA",
            "CALL",
            "RETURNING",
            "EXISTS",
            "CAST",
            "OVER",
            "PARTITION");

    /** Words that are no names, so that a parenthesis after them opens no call and an operand ends before them. */
    static final Set<String> RESERVED = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "NULL",
            "LIKE",
            "ILIKE",
            "GLOB",
            "REGEXP",
            "RLIKE",
            "MATCH",
            "BETWEEN",
            "ORDER",
            "GROUP",
            "BY",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "ALL",
            "DISTINCT",
            "VALUES",
            "VALUE",
            "INSERT",
            "INTO",
            "UPDATE",
            "SET",
            "DELETE",
            "JOIN",
            "INNER",
            "LEFT",
            "RIGHT",
            "FULL",
            "OUTER",
            "CROSS",
            "NATURAL",
            "ON",
            "USING",
            "AS",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "ESCAPE",
            "RETURNING",
            "EXISTS",
            "WITH",
            "FOR",
            "FETCH",
            "ASC",
            "DESC",
            "COLLATE",
            "ANY",
            "SOME",
            "WINDOW",
            "DUPLICATE",
            "CONFLICT",
            "DO",
            "DIV",
            "MOD",
            "XOR",
            "SIMILAR",
            "ISNULL",
            "NOTNULL",
            "AT",
            "NULLS",
            "OVER",
            "LOCK");

    /** Units after the number of MySQL's {@code INTERVAL n DAY}. */
    static final Set<String> UNITS =
            Set.of("MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

    /** Types whose name before a literal belongs to the literal. */
    static final Set<String> LITERAL_TYPES = Set.of(
            "DATE",
            "TIME",
            "TIMETZ",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "INTERVAL",
            "DATETIME",
            "INET",
            "CIDR",
            "MACADDR",
            "JSON",
            "JSONB",
            "XML",
            "UUID",
            "POINT",
            "BOX",
            "BYTEA",
            "NUMERIC",
            "DECIMAL",
            "TEXT",
            "VARCHAR",
            "CHAR",
            "BOOL",
            "BOOLEAN",
            "INT",
            "INTEGER",
            "BIGINT",
            "REAL",
            "PRECISION",
            "MONEY",
            "BIT",
            "TSQUERY",
            "TSVECTOR",
            "LTREE",
            "HSTORE",
            "GEOMETRY",
            "GEOGRAPHY",
            "REGCLASS",
            "REGTYPE",
            "DATERANGE",
            "TSRANGE",
            "TSTZRANGE",
            "NUMRANGE",
            "INT4RANGE",
            "INT8RANGE");

    /** Words that are not reserved, and after which a literal is an operand and no alias. */
    static final Set<String> BEFORE_LITERAL = Set.of("SEPARATOR", "BINARY", "ZONE", "TO", "UESCAPE", "AGAINST");

    /** Functions of SQL Server and of Oracle, some of them of the standard, that take only literals. */
    private static final Set<String> OF_LITERALS = Set.of(
            "OPENQUERY",
            "OPENROWSET",
            "OPENDATASOURCE",
            "JSON_VALUE",
            "JSON_QUERY",
            "JSON_EXISTS",
            "JSON_TABLE",
            "XMLTABLE",
            "XMLQUERY",
            "XMLEXISTS",
            "PIVOT",
            "UNPIVOT");

    /** The methods of SQL Server's XML, whose query is a literal. */
    private static final Set<String> XML_METHODS = Set.of("VALUE", "QUERY", "EXIST", "NODES", "MODIFY");

    private static final Set<String> XML_MODES = Set.of("PATH", "RAW", "ROOT");

    /** Verbs of statements in which every driver takes parameters. */
    static final Set<String> BINDABLE_VERBS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "VALUES", "MERGE");

    /** Verbs of statements in which values cannot be bound, at least not with every server. */
    static final Set<String> OTHER_VERBS = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "TRUNCATE",
            "PRAGMA",
            "ATTACH",
            "DETACH",
            "VACUUM",
            "ANALYZE",
            "REINDEX",
            "SET",
            "RESET",
            "SHOW",
            "USE",
            "COPY",
            "GRANT",
            "REVOKE",
            "LOCK",
            "UNLOCK",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE",
            "DO",
            "EXECUTE",
            "PREPARE",
            "DEALLOCATE",
            "CALL",
            "COMMENT",
            "NOTIFY",
            "LISTEN",
            "UNLISTEN",
            "DESCRIBE",
            "DESC",
            "LOAD",
            "KILL",
            "FLUSH",
            "OPTIMIZE",
            "REPAIR",
            "RENAME",
            "REFRESH",
            "CLUSTER",
            "DECLARE",
            "FETCH",
            "CLOSE",
            "MOVE",
            "START",
            "CHECK",
            "HANDLER",
            "PURGE",
            "CHANGE");

    private SqlWords() {}

    /** Returns whether the word at an index is a function whose arguments have to be literals. */
    static boolean wantsLiterals(List<SqlToken> tokens, int index, SqlDialect dialect) {
        boolean isConcerned =
                dialect == SqlDialect.SQLSERVER || dialect == SqlDialect.ORACLE || dialect == SqlDialect.STANDARD;
        SqlToken token = tokens.get(index);
        if (!isConcerned || token.kind() != SqlToken.Kind.WORD) {
            return false;
        }
        if (dialect == SqlDialect.SQLSERVER) {
            boolean isMethod = index > 0 && tokens.get(index - 1).isSymbol(".");
            boolean isXml = tokens.stream().limit(index).anyMatch(each -> each.isWord("XML"));
            if (isMethod && XML_METHODS.contains(token.upper()) || isXml && XML_MODES.contains(token.upper())) {
                return true;
            }
        }
        return OF_LITERALS.contains(token.upper());
    }
}
