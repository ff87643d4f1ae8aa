package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.CallForm.Kind;
import dev.codemod.codemods.sql.DriverFacts.Percent;

/**
 * The database drivers: how their placeholders are written and what their calls look like.
 *
 * <p>Facts are those of the drivers' own code, of the versions that are current in 2025 where nothing else is said.
 */
enum Driver {
    SQLITE3(DriverFacts.of("sqlite3", ParamStyle.QMARK, SqlDialect.SQLITE)
            .connection("sqlite3.Connection", "sqlite3.dbapi2.Connection")
            .cursor("sqlite3.Cursor", "sqlite3.dbapi2.Cursor")
            .connect("sqlite3.connect", "sqlite3.dbapi2.connect")
            .executes("", "")
            .onCursor("executescript", CallForm.of(Kind.SCRIPT, "", 1, ""))
            .executesOnConnection()
            .executeGivesCursor()
            .namesColumnsByText()),
    AIOSQLITE(DriverFacts.of("aiosqlite", ParamStyle.QMARK, SqlDialect.SQLITE)
            .async()
            .connection("aiosqlite.Connection", "aiosqlite.core.Connection")
            .cursor("aiosqlite.Cursor", "aiosqlite.cursor.Cursor")
            .connect("aiosqlite.connect")
            .executes("sql", "parameters")
            .onCursor("executescript", CallForm.of(Kind.SCRIPT, "sql_script", 1, ""))
            .executesOnConnection()
            .onConnection("execute_fetchall", CallForm.one("sql", "parameters"))
            .onConnection("execute_insert", CallForm.one("sql", "parameters"))
            .executeGivesCursor()
            .namesColumnsByText()),
    APSW(DriverFacts.of("apsw", ParamStyle.QMARK, SqlDialect.SQLITE)
            .connection("apsw.Connection")
            .cursor("apsw.Cursor")
            .executes("statements", "bindings")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "statements", 1, "sequenceofbindings"))
            .executesOnConnection()
            .executeGivesCursor()
            .namesColumnsByText()),
    DUCKDB(DriverFacts.of("duckdb", ParamStyle.QMARK, SqlDialect.POSTGRESQL)
            .connection("duckdb.DuckDBPyConnection", "duckdb.duckdb.DuckDBPyConnection")
            .connect("duckdb.connect", "duckdb.DuckDBPyConnection.cursor", "duckdb.DuckDBPyConnection.execute")
            .onConnection("execute", CallForm.one("query", "parameters"))
            .onConnection("executemany", CallForm.of(Kind.ROWS, "query", 1, "parameters"))
            .onConnection("sql", CallForm.of(Kind.ONE, "query", -1, "params"))
            .onConnection("query", CallForm.of(Kind.ONE, "query", -1, "params"))
            .namesColumnsByText()),
    PYODBC(DriverFacts.of("pyodbc", ParamStyle.QMARK, SqlDialect.SQLSERVER)
            .connection("pyodbc.Connection")
            .cursor("pyodbc.Cursor")
            .connect("pyodbc.connect")
            .onCursor("execute", CallForm.of(Kind.ARGUMENTS, "", 1, ""))
            .onCursor("executemany", CallForm.of(Kind.ROWS, "", 1, ""))
            .executesOnConnection()
            .executeGivesCursor()),
    JAYDEBEAPI(DriverFacts.of("jaydebeapi", ParamStyle.QMARK, SqlDialect.STANDARD)
            .connection("jaydebeapi.Connection")
            .cursor("jaydebeapi.Cursor")
            .connect("jaydebeapi.connect")
            .executes("operation", "parameters")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_of_parameters"))
            .namesColumnsByText()),
    TRINO(DriverFacts.of("trino", ParamStyle.QMARK, SqlDialect.STANDARD)
            .connection("trino.dbapi.Connection")
            .cursor("trino.dbapi.Cursor")
            .connect("trino.dbapi.connect")
            .executes("operation", "params")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_of_params"))
            .executeGivesCursor()),
    IBM_DB_DBI(DriverFacts.of("ibm_db_dbi", ParamStyle.QMARK, SqlDialect.STANDARD)
            .connection("ibm_db_dbi.Connection")
            .cursor("ibm_db_dbi.Cursor")
            .connect("ibm_db_dbi.connect", "ibm_db_dbi.pconnect")
            .executes("operation", "parameters")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_parameters"))),
    TERADATASQL(DriverFacts.of("teradatasql", ParamStyle.QMARK, SqlDialect.STANDARD)
            .connection("teradatasql.TeradataConnection")
            .cursor("teradatasql.TeradataCursor")
            .connect("teradatasql.connect")
            .executes("sOperation", "params")
            .namesColumnsByText()),
    PSYCOPG2(DriverFacts.of("psycopg2", ParamStyle.FORMAT, SqlDialect.POSTGRESQL)
            .interpolates()
            .connection(
                    "psycopg2.extensions.connection",
                    "psycopg2.extras.DictConnection",
                    "psycopg2.extras.RealDictConnection",
                    "psycopg2.extras.NamedTupleConnection")
            .cursor(
                    "psycopg2.extensions.cursor",
                    "psycopg2.extras.DictCursor",
                    "psycopg2.extras.RealDictCursor",
                    "psycopg2.extras.NamedTupleCursor")
            .connect("psycopg2.connect")
            .pool("psycopg2.pool.AbstractConnectionPool")
            .pool("psycopg2.pool.SimpleConnectionPool")
            .pool("psycopg2.pool.ThreadedConnectionPool")
            .pool("psycopg2.pool.PersistentConnectionPool")
            .executes("query", "vars")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "query", 1, "vars_list"))),
    PSYCOPG(DriverFacts.of("psycopg", ParamStyle.FORMAT, SqlDialect.POSTGRESQL)
            .async()
            .connection("psycopg.Connection", "psycopg.AsyncConnection")
            .cursor(
                    "psycopg.Cursor",
                    "psycopg.AsyncCursor",
                    "psycopg.ServerCursor",
                    "psycopg.ClientCursor",
                    "psycopg.AsyncServerCursor",
                    "psycopg.AsyncClientCursor")
            .connect("psycopg.connect", "psycopg.Connection.connect", "psycopg.AsyncConnection.connect")
            .pool("psycopg_pool.ConnectionPool")
            .pool("psycopg_pool.AsyncConnectionPool")
            .pool("psycopg_pool.NullConnectionPool")
            .pool("psycopg_pool.AsyncNullConnectionPool")
            .executes("query", "params")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "query", 1, "params_seq"))
            .onCursor("stream", CallForm.one("query", "params"))
            .onConnection("execute", CallForm.one("query", "params"))
            .executeGivesCursor()),
    AIOPG(DriverFacts.of("aiopg", ParamStyle.FORMAT, SqlDialect.POSTGRESQL)
            .interpolates()
            .async()
            .connection("aiopg.Connection", "aiopg.connection.Connection")
            .cursor("aiopg.Cursor", "aiopg.connection.Cursor")
            .connect("aiopg.connect")
            .pool("aiopg.Pool", "aiopg.create_pool")
            .pool("aiopg.pool.Pool")
            .executes("operation", "parameters")),
    REDSHIFT(DriverFacts.of("redshift_connector", ParamStyle.FORMAT, SqlDialect.POSTGRESQL)
            .percent(Percent.DOUBLED_ALWAYS)
            .connection("redshift_connector.Connection", "redshift_connector.core.Connection")
            .cursor("redshift_connector.Cursor", "redshift_connector.cursor.Cursor")
            .connect("redshift_connector.connect")
            .executes("operation", "args")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "param_sets"))
            .executeGivesCursor()),
    PG8000(DriverFacts.of("pg8000", ParamStyle.FORMAT, SqlDialect.POSTGRESQL)
            .percent(Percent.DOUBLED_ALWAYS)
            .connection("pg8000.dbapi.Connection", "pg8000.legacy.Connection", "pg8000.Connection")
            .cursor("pg8000.dbapi.Cursor", "pg8000.legacy.Cursor", "pg8000.Cursor")
            .connect("pg8000.connect", "pg8000.dbapi.connect", "pg8000.legacy.connect")
            .executes("operation", "args")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "param_sets"))
            .executeGivesCursor()),
    ASYNCPG(DriverFacts.of("asyncpg", ParamStyle.DOLLAR, SqlDialect.POSTGRESQL)
            .async()
            .connection("asyncpg.Connection", "asyncpg.connection.Connection", "asyncpg.Pool", "asyncpg.pool.Pool")
            .connect(
                    "asyncpg.connect",
                    "asyncpg.create_pool",
                    "asyncpg.Connection.acquire",
                    "asyncpg.connection.connect",
                    "asyncpg.pool.create_pool")
            .onConnection("execute", CallForm.of(Kind.ARGUMENTS, "query", 1, ""))
            .onConnection("fetch", CallForm.of(Kind.ARGUMENTS, "query", 1, ""))
            .onConnection("fetchrow", CallForm.of(Kind.ARGUMENTS, "query", 1, ""))
            .onConnection("fetchval", CallForm.of(Kind.ARGUMENTS, "query", 1, ""))
            .onConnection("cursor", CallForm.of(Kind.ARGUMENTS, "query", 1, ""))
            .onConnection("executemany", CallForm.of(Kind.ROWS, "command", 1, "args"))
            .onConnection("fetchmany", CallForm.of(Kind.ROWS, "query", 1, "args"))
            .onConnection("prepare", CallForm.of(Kind.PREPARED, "query", 1, ""))),
    PYMYSQL(DriverFacts.of("pymysql", ParamStyle.FORMAT, SqlDialect.MYSQL)
            .interpolates()
            .scalars()
            .connection("pymysql.connections.Connection", "pymysql.Connection")
            .cursor(
                    "pymysql.cursors.Cursor",
                    "pymysql.cursors.DictCursor",
                    "pymysql.cursors.SSCursor",
                    "pymysql.cursors.SSDictCursor")
            .connect("pymysql.connect", "pymysql.Connect")
            .executes("query", "args")),
    MYSQLDB(DriverFacts.of("MySQLdb", ParamStyle.FORMAT, SqlDialect.MYSQL)
            .interpolates()
            .scalars()
            .connection("MySQLdb.connections.Connection", "MySQLdb.Connection")
            .cursor(
                    "MySQLdb.cursors.Cursor",
                    "MySQLdb.cursors.DictCursor",
                    "MySQLdb.cursors.SSCursor",
                    "MySQLdb.cursors.SSDictCursor")
            .connect("MySQLdb.connect", "MySQLdb.Connect")
            .executes("query", "args")),
    AIOMYSQL(DriverFacts.of("aiomysql", ParamStyle.FORMAT, SqlDialect.MYSQL)
            .interpolates()
            .async()
            .scalars()
            .connection("aiomysql.Connection", "aiomysql.connection.Connection")
            .cursor("aiomysql.Cursor", "aiomysql.DictCursor", "aiomysql.SSCursor", "aiomysql.cursors.Cursor")
            .connect("aiomysql.connect")
            .pool("aiomysql.Pool", "aiomysql.create_pool")
            .pool("aiomysql.pool.Pool")
            .executes("query", "args")),
    ASYNCMY(DriverFacts.of("asyncmy", ParamStyle.FORMAT, SqlDialect.MYSQL)
            .interpolates()
            .async()
            .scalars()
            .connection("asyncmy.Connection", "asyncmy.connection.Connection")
            .cursor("asyncmy.cursors.Cursor", "asyncmy.cursors.DictCursor", "asyncmy.cursors.SSCursor")
            .connect("asyncmy.connect")
            .pool("asyncmy.Pool", "asyncmy.create_pool")
            .pool("asyncmy.pool.Pool")
            .executes("query", "args")),
    MYSQL_CONNECTOR(DriverFacts.of("mysql.connector", ParamStyle.FORMAT, SqlDialect.MYSQL)
            .percent(Percent.KEPT)
            .connection(
                    "mysql.connector.connection.MySQLConnection",
                    "mysql.connector.MySQLConnection",
                    "mysql.connector.abstracts.MySQLConnectionAbstract",
                    "mysql.connector.pooling.PooledMySQLConnection")
            .cursor(
                    "mysql.connector.cursor.MySQLCursor",
                    "mysql.connector.cursor.MySQLCursorDict",
                    "mysql.connector.cursor.MySQLCursorBuffered")
            .connect("mysql.connector.connect", "mysql.connector.Connect")
            .pool("mysql.connector.pooling.MySQLConnectionPool")
            .executes("operation", "params")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_params"))),
    MARIADB(DriverFacts.of("mariadb", ParamStyle.QMARK, SqlDialect.MYSQL)
            .connection("mariadb.connections.Connection", "mariadb.Connection")
            .cursor("mariadb.cursors.Cursor", "mariadb.Cursor")
            .connect("mariadb.connect")
            .pool("mariadb.ConnectionPool")
            .executes("statement", "data")
            .namesColumnsByText()),
    PYMSSQL(DriverFacts.of("pymssql", ParamStyle.FORMAT, SqlDialect.SQLSERVER)
            .interpolates()
            .percent(Percent.KEPT)
            .scalars()
            .connection("pymssql.Connection")
            .cursor("pymssql.Cursor")
            .connect("pymssql.connect")
            .executes("operation", "params")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "params_seq"))),
    ORACLEDB(DriverFacts.of("oracledb", ParamStyle.NUMERIC, SqlDialect.ORACLE)
            .async()
            .lists()
            .connection("oracledb.Connection", "oracledb.AsyncConnection")
            .cursor("oracledb.Cursor", "oracledb.AsyncCursor")
            .connect("oracledb.connect", "oracledb.connect_async")
            .pool("oracledb.ConnectionPool", "oracledb.create_pool", "oracledb.SessionPool")
            .pool("oracledb.AsyncConnectionPool")
            .executes("statement", "parameters")
            .onConnection("execute", CallForm.one("statement", "parameters"))
            .namesColumnsByText()),
    CX_ORACLE(DriverFacts.of("cx_Oracle", ParamStyle.NUMERIC, SqlDialect.ORACLE)
            .lists()
            .connection("cx_Oracle.Connection")
            .cursor("cx_Oracle.Cursor")
            .connect("cx_Oracle.connect")
            .pool("cx_Oracle.SessionPool")
            .executes("statement", "parameters")
            .namesColumnsByText()),
    CLICKHOUSE(DriverFacts.of("clickhouse_driver", ParamStyle.PYFORMAT, SqlDialect.CLICKHOUSE)
            .interpolates()
            .connection("clickhouse_driver.Client", "clickhouse_driver.client.Client")
            .connect("clickhouse_driver.Client.from_url")
            .onConnection("execute", CallForm.one("query", "params"))
            .onConnection("execute_iter", CallForm.one("query", "params"))
            .onConnection("execute_with_progress", CallForm.one("query", "params"))
            .onConnection("query_dataframe", CallForm.one("query", "params"))),
    CLICKHOUSE_DBAPI(DriverFacts.of("clickhouse_driver.dbapi", ParamStyle.PYFORMAT, SqlDialect.CLICKHOUSE)
            .interpolates()
            .connection("clickhouse_driver.dbapi.Connection", "clickhouse_driver.dbapi.connection.Connection")
            .cursor("clickhouse_driver.dbapi.Cursor", "clickhouse_driver.dbapi.cursor.Cursor")
            .connect("clickhouse_driver.connect", "clickhouse_driver.dbapi.connect")
            .executes("operation", "parameters")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_of_parameters"))),
    SNOWFLAKE(DriverFacts.of("snowflake.connector", ParamStyle.FORMAT, SqlDialect.SNOWFLAKE)
            .interpolates()
            .connection("snowflake.connector.SnowflakeConnection", "snowflake.connector.connection.SnowflakeConnection")
            .cursor("snowflake.connector.cursor.SnowflakeCursor", "snowflake.connector.DictCursor")
            .connect("snowflake.connector.connect")
            .executes("command", "params")
            .onCursor("execute_async", CallForm.one("command", "params"))
            .onCursor("executemany", CallForm.of(Kind.ROWS, "command", 1, "seqparams"))
            .onConnection("execute_string", CallForm.of(Kind.SCRIPT, "sql_text", 1, ""))
            .executeGivesCursor()),
    BIGQUERY(DriverFacts.of("google.cloud.bigquery", ParamStyle.AT, SqlDialect.BIGQUERY)
            .connection("google.cloud.bigquery.Client", "google.cloud.bigquery.client.Client")
            .connect("google.cloud.bigquery.Client.from_service_account_json")
            .onConnection("query", CallForm.of(Kind.CONFIG, "query", 1, "job_config"))
            .onConnection("query_and_wait", CallForm.of(Kind.CONFIG, "query", -1, "job_config"))),
    BIGQUERY_DBAPI(DriverFacts.of("google.cloud.bigquery.dbapi", ParamStyle.PYFORMAT, SqlDialect.BIGQUERY)
            .connection("google.cloud.bigquery.dbapi.Connection")
            .cursor("google.cloud.bigquery.dbapi.Cursor")
            .connect("google.cloud.bigquery.dbapi.connect")
            .executes("operation", "parameters")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "operation", 1, "seq_of_parameters"))),
    DATABASES(DriverFacts.of("databases", ParamStyle.NAMED, SqlDialect.STANDARD)
            .async()
            .connection("databases.Database", "databases.core.Database", "databases.core.Connection")
            .connect("databases.Database.connection")
            .onConnection("execute", CallForm.one("query", "values"))
            .onConnection("fetch_all", CallForm.one("query", "values"))
            .onConnection("fetch_one", CallForm.one("query", "values"))
            .onConnection("fetch_val", CallForm.one("query", "values"))
            .onConnection("iterate", CallForm.one("query", "values"))
            .onConnection("execute_many", CallForm.of(Kind.ROWS, "query", 1, "values"))
            .namesColumnsByText()),
    RECORDS(DriverFacts.of("records", ParamStyle.NAMED, SqlDialect.STANDARD)
            .connection("records.Database", "records.Connection")
            .connect("records.Database.get_connection")
            .onConnection("query", CallForm.of(Kind.KEYWORDS, "query", -1, ""))
            .onConnection("bulk_query", CallForm.of(Kind.ROWS, "query", 1, ""))
            .namesColumnsByText()),
    DJANGO(DriverFacts.of("django.db", ParamStyle.FORMAT, SqlDialect.STANDARD)
            .lists()
            .connection("django.db.backends.base.base.BaseDatabaseWrapper")
            .cursor("django.db.backends.utils.CursorWrapper", "django.db.backends.utils.CursorDebugWrapper")
            .executes("sql", "params")
            .onCursor("executemany", CallForm.of(Kind.ROWS, "sql", 1, "param_list"))
            .namesColumnsByText()),
    /** What SQLAlchemy reads itself: {@code text()}, and plain strings given to sessions up to 1.4. */
    SQLALCHEMY(DriverFacts.of("sqlalchemy", ParamStyle.NAMED, SqlDialect.STANDARD)
            .async()
            .connection("sqlalchemy.orm.Session", "sqlalchemy.orm.session.Session")
            .onConnection("execute", CallForm.of(Kind.ONE, "statement clause", 1, "params"))
            .onConnection("scalar", CallForm.of(Kind.ONE, "statement clause", 1, "params"))
            .onConnection("scalars", CallForm.of(Kind.ONE, "statement", 1, "params"))
            .namesColumnsByText());

    private final DriverFacts facts;

    Driver(DriverFacts facts) {
        this.facts = facts;
    }

    DriverFacts facts() {
        return facts;
    }

    /** Returns the module that programs import, which is also the name for messages. */
    String module() {
        return facts.module;
    }

    /** Returns the usual style of placeholders, that with positions where there are two. */
    ParamStyle style() {
        return facts.style;
    }

    SqlDialect dialect() {
        return facts.dialect;
    }

    /** Returns how a method takes its query, or null if it takes none. */
    CallForm form(Access.Role role, String method) {
        return role == Access.Role.CURSOR
                ? facts.cursorForms.get(method)
                : role == Access.Role.CONNECTION ? facts.connectionForms.get(method) : null;
    }

    /** Returns how a method of cursors, or else of connections, takes its query, or null if it takes none. */
    CallForm form(String method) {
        CallForm form = facts.cursorForms.get(method);
        return form != null ? form : facts.connectionForms.get(method);
    }

    Percent percent() {
        return facts.percent;
    }

    /** Returns whether the driver puts the values into the text itself, so that the server sees literals. */
    boolean interpolates() {
        return facts.interpolates;
    }

    /** Returns whether parameters are written as a list. */
    boolean takesList() {
        return facts.takesList;
    }

    /** Returns whether a single parameter needs no tuple. */
    boolean acceptsScalar() {
        return facts.takesManyScalars;
    }

    /** Returns whether a column of a result that has no alias may be named after the text of its expression. */
    boolean namesColumnsByText() {
        return facts.namesColumnsByText;
    }

    /** Returns whether the server wants a value of the type of the column, not text that it converts. */
    boolean isStrictlyTyped() {
        return this == ASYNCPG;
    }
}
