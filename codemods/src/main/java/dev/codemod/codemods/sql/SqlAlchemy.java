package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.CallForm.Kind;
import dev.codemod.semantics.Evidence;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.TypeTable;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SQLAlchemy's classes, and which driver an engine has by its URL. */
final class SqlAlchemy {
    private static final String ENGINE = "sqlalchemy.engine.Engine";
    private static final String CONNECTION = "sqlalchemy.engine.Connection";
    private static final String SESSION = "sqlalchemy.orm.Session";

    /** The classes that hand plain strings to the driver. */
    static final List<String> ENGINES = List.of(ENGINE, CONNECTION);

    private static final Set<String> CREATING = Set.of(
            "sqlalchemy.create_engine",
            "sqlalchemy.engine.create_engine",
            "sqlalchemy.ext.asyncio.create_async_engine");

    /** The driver for the part of the URL before {@code ://}, where it is not SQLAlchemy that knows it alone. */
    private static final Map<String, Driver> DRIVERS = Map.ofEntries(
            Map.entry("sqlite", Driver.SQLITE3),
            Map.entry("sqlite+pysqlite", Driver.SQLITE3),
            Map.entry("postgres", Driver.PSYCOPG2),
            Map.entry("postgresql", Driver.PSYCOPG2),
            Map.entry("postgresql+psycopg2", Driver.PSYCOPG2),
            Map.entry("postgresql+psycopg", Driver.PSYCOPG),
            Map.entry("postgresql+pg8000", Driver.PG8000),
            Map.entry("redshift", Driver.PSYCOPG2),
            Map.entry("redshift+psycopg2", Driver.PSYCOPG2),
            Map.entry("redshift+redshift_connector", Driver.REDSHIFT),
            Map.entry("mysql", Driver.MYSQLDB),
            Map.entry("mysql+mysqldb", Driver.MYSQLDB),
            Map.entry("mysql+pymysql", Driver.PYMYSQL),
            Map.entry("mariadb+pymysql", Driver.PYMYSQL),
            Map.entry("mysql+mysqlconnector", Driver.MYSQL_CONNECTOR),
            Map.entry("mssql", Driver.PYODBC),
            Map.entry("mssql+pyodbc", Driver.PYODBC),
            Map.entry("mssql+pymssql", Driver.PYMSSQL),
            Map.entry("duckdb", Driver.DUCKDB));

    private SqlAlchemy() {}

    /** Returns how a method of an engine or a connection takes a string, or null. */
    static CallForm engineForm(String method) {
        switch (method) {
            case "execute":
                return CallForm.one("statement object_", "parameters");
            case "scalar":
                return CallForm.one("statement object_", "parameters");
            case "exec_driver_sql":
                return CallForm.one("statement", "parameters");
            default:
                return null;
        }
    }

    static void addTypes(TypeTable.Builder table) {
        for (String create : CREATING) {
            table.returns(create, ENGINE);
        }
        table.returns("sqlalchemy.engine_from_config", ENGINE)
                .returns(ENGINE + ".connect", CONNECTION)
                .returns(ENGINE + ".begin", CONNECTION)
                .returns(ENGINE + ".execution_options", ENGINE)
                .returns(CONNECTION + ".execution_options", CONNECTION)
                .awaits(ENGINE + ".connect", CONNECTION)
                .entersSelf(CONNECTION)
                .returns(SESSION + ".connection", CONNECTION)
                .awaits(SESSION + ".connection", CONNECTION)
                .returns(SESSION + ".get_bind", ENGINE)
                .value(SESSION + ".bind", ENGINE);
        for (String type : List.of(
                "sqlalchemy.engine.base.Engine",
                "sqlalchemy.Engine",
                "sqlalchemy.future.Engine",
                "sqlalchemy.ext.asyncio.AsyncEngine")) {
            table.type(type).subtype(type, ENGINE);
        }
        for (String type : List.of(
                "sqlalchemy.engine.base.Connection",
                "sqlalchemy.Connection",
                "sqlalchemy.future.Connection",
                "sqlalchemy.ext.asyncio.AsyncConnection")) {
            table.type(type).subtype(type, CONNECTION);
        }
        addSessions(table);
    }

    private static void addSessions(TypeTable.Builder table) {
        for (String type : List.of("sqlalchemy.orm.scoped_session", "sqlalchemy.ext.asyncio.AsyncSession")) {
            table.type(type).subtype(type, SESSION);
        }
        String factory = "sqlalchemy.orm.sessionmaker";
        table.type(factory)
                .type("sqlalchemy.ext.asyncio.async_sessionmaker")
                .subtype("sqlalchemy.ext.asyncio.async_sessionmaker", factory)
                .returns(factory + ".__call__", SESSION)
                .returns(factory + ".begin", SESSION)
                .returns("sqlalchemy.orm.scoped_session.__call__", SESSION)
                .entersSelf(SESSION)
                .returns("sqlalchemy.orm.create_session", SESSION);
        for (String type : List.of("flask_sqlalchemy.SQLAlchemy", "flask.ext.sqlalchemy.SQLAlchemy")) {
            table.type(type).value(type + ".session", SESSION).value(type + ".engine", ENGINE);
        }
    }

    /**
     * Returns the driver of the engine that the evidence for a type leads to, or null if its URL is not written out.
     */
    static Driver driver(List<Evidence> evidence, Semantics semantics, Constants constants) {
        Driver found = null;
        for (Evidence reason : evidence) {
            String name = reason.node() instanceof Call call ? semantics.qualifiedName(call.func()) : null;
            if (name != null && CREATING.contains(name)) {
                Call call = (Call) reason.node();
                boolean hasUrl = !call.arguments().isEmpty() && call.arguments().get(0) instanceof Expression;
                Driver driver = hasUrl ? byUrl((Expression) call.arguments().get(0), constants) : null;
                if (driver == null || found != null && found != driver) {
                    return null;
                }
                found = driver;
            }
        }
        return found;
    }

    /** Returns the driver that a URL names at its start, or null. */
    static Driver byUrl(Expression url, Constants constants) {
        String text = constants.startOf(url);
        int end = text == null ? -1 : text.indexOf("://");
        return end < 0 ? null : DRIVERS.get(text.substring(0, end));
    }

    /** Returns how {@code text()} takes its query. */
    static CallForm clauseForm() {
        return CallForm.of(Kind.CLAUSE, "text", -1, "");
    }
}
