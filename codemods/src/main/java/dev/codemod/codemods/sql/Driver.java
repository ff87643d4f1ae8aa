package dev.codemod.codemods.sql;

import java.util.List;
import java.util.Set;

/**
 * The database drivers: how their placeholders are written and what their calls look like.
 *
 * <p>Facts are those of the drivers' own code: sqlite3 of CPython 3.13, psycopg 3.2, psycopg2 2.9, PyMySQL 1.1,
 * mysqlclient 2.2, mysql-connector-python 9, Django 5.
 */
enum Driver {
    SQLITE3(
            "sqlite3",
            ParamStyle.QMARK,
            SqlDialect.SQLITE,
            Set.of("sqlite3.connect", "sqlite3.dbapi2.connect", "sqlite3.Connection", "sqlite3.dbapi2.Connection"),
            Set.of("sqlite3.Cursor", "sqlite3.dbapi2.Cursor"),
            List.of(),
            List.of()),
    PSYCOPG2(
            "psycopg2",
            ParamStyle.FORMAT,
            SqlDialect.POSTGRESQL,
            Set.of("psycopg2.connect", "psycopg2.extensions.connection"),
            Set.of(
                    "psycopg2.extensions.cursor",
                    "psycopg2.extras.DictCursor",
                    "psycopg2.extras.RealDictCursor",
                    "psycopg2.extras.NamedTupleCursor"),
            List.of("query"),
            List.of("vars", "vars_list")),
    PSYCOPG(
            "psycopg",
            ParamStyle.FORMAT,
            SqlDialect.POSTGRESQL,
            Set.of(
                    "psycopg.connect",
                    "psycopg.Connection.connect",
                    "psycopg.Connection",
                    "psycopg.AsyncConnection.connect",
                    "psycopg.AsyncConnection"),
            Set.of(
                    "psycopg.Cursor",
                    "psycopg.AsyncCursor",
                    "psycopg.ServerCursor",
                    "psycopg.ClientCursor",
                    "psycopg.AsyncServerCursor",
                    "psycopg.AsyncClientCursor"),
            List.of("query"),
            List.of("params", "params_seq")),
    PYMYSQL(
            "pymysql",
            ParamStyle.FORMAT,
            SqlDialect.MYSQL,
            Set.of("pymysql.connect", "pymysql.Connect", "pymysql.Connection", "pymysql.connections.Connection"),
            Set.of(
                    "pymysql.cursors.Cursor",
                    "pymysql.cursors.DictCursor",
                    "pymysql.cursors.SSCursor",
                    "pymysql.cursors.SSDictCursor"),
            List.of("query"),
            List.of("args")),
    MYSQLDB(
            "MySQLdb",
            ParamStyle.FORMAT,
            SqlDialect.MYSQL,
            Set.of("MySQLdb.connect", "MySQLdb.Connect", "MySQLdb.Connection", "MySQLdb.connections.Connection"),
            Set.of(
                    "MySQLdb.cursors.Cursor",
                    "MySQLdb.cursors.DictCursor",
                    "MySQLdb.cursors.SSCursor",
                    "MySQLdb.cursors.SSDictCursor"),
            List.of("query"),
            List.of("args")),
    MYSQL_CONNECTOR(
            "mysql.connector",
            ParamStyle.FORMAT,
            SqlDialect.MYSQL,
            Set.of(
                    "mysql.connector.connect",
                    "mysql.connector.MySQLConnection",
                    "mysql.connector.connection.MySQLConnection"),
            Set.of(
                    "mysql.connector.cursor.MySQLCursor",
                    "mysql.connector.cursor.MySQLCursorDict",
                    "mysql.connector.cursor.MySQLCursorBuffered"),
            List.of("operation"),
            List.of("params", "seq_params")),
    DJANGO(
            "django.db",
            ParamStyle.FORMAT,
            SqlDialect.STANDARD,
            Set.of(
                    "django.db.connection",
                    "django.db.connections",
                    "django.db.backends.base.base.BaseDatabaseWrapper",
                    "django.db.backends.utils.CursorWrapper.connection"),
            Set.of("django.db.backends.utils.CursorWrapper"),
            List.of("sql"),
            List.of("params", "param_list"));

    private final String module;
    private final ParamStyle style;
    private final SqlDialect dialect;
    private final Set<String> connections;
    private final Set<String> cursors;
    private final List<String> queryKeywords;
    private final List<String> parameterKeywords;

    Driver(
            String module,
            ParamStyle style,
            SqlDialect dialect,
            Set<String> connections,
            Set<String> cursors,
            List<String> queryKeywords,
            List<String> parameterKeywords) {
        this.module = module;
        this.style = style;
        this.dialect = dialect;
        this.connections = connections;
        this.cursors = cursors;
        this.queryKeywords = queryKeywords;
        this.parameterKeywords = parameterKeywords;
    }

    /** Returns the module that programs import, which is also the name for messages. */
    String module() {
        return module;
    }

    /** Returns the style of placeholders with positions. */
    ParamStyle style() {
        return style;
    }

    SqlDialect dialect() {
        return dialect;
    }

    /** Returns the qualified names of what gives a connection: functions, classes, and Django's ready-made objects. */
    Set<String> connections() {
        return connections;
    }

    /** Returns the qualified names of the classes of cursors. */
    Set<String> cursors() {
        return cursors;
    }

    /** Returns the keywords by which the query can be passed; empty if only by position. */
    List<String> queryKeywords() {
        return queryKeywords;
    }

    /** Returns the keywords by which parameters can be passed, those of {@code execute} first. */
    List<String> parameterKeywords() {
        return parameterKeywords;
    }

    /** Returns whether connections have {@code execute} themselves. */
    boolean hasConnectionExecute() {
        return this == SQLITE3 || this == PSYCOPG;
    }

    /**
     * Returns whether {@code %%} stands for a percent sign when parameters are passed. mysql.connector replaces
     * {@code %s} alone and keeps every other percent sign.
     */
    boolean isPercentDoubled() {
        return style.isPercent() && this != MYSQL_CONNECTOR;
    }

    /** Returns whether parameters are written as a list. */
    boolean takesList() {
        return this == DJANGO;
    }
}
