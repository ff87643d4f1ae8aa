package dev.codemod.codemods.sql;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import java.util.HashSet;
import java.util.Set;

/** The drivers that a file imports: the weaker evidence, for receivers of which nothing is known. */
final class Drivers {
    /** Other packages that have objects with {@code execute}. */
    private static final Set<String> OTHERS = Set.of(
            "sqlalchemy",
            "asyncpg",
            "aiosqlite",
            "aiopg",
            "aiomysql",
            "asyncmy",
            "peewee",
            "pyodbc",
            "cx_Oracle",
            "oracledb",
            "pymssql",
            "duckdb",
            "mariadb",
            "pg8000",
            "redshift_connector",
            "snowflake",
            "trino",
            "clickhouse_driver",
            "databases",
            "records",
            "apsw",
            "jaydebeapi",
            "teradatasql",
            "pony",
            "tortoise",
            "cassandra",
            "google",
            "flask_sqlalchemy",
            "flask_mysqldb",
            "pgdb",
            "ibm_db_dbi",
            "vertica_python",
            "impala",
            "pyhive",
            "prestodb",
            "hdbcli",
            "turbodbc",
            "psycopg2cffi");

    private Drivers() {}

    /** Returns the only driver that a module imports, or null. */
    static Driver onlyImported(Module module) {
        Set<String> modules = new HashSet<>();
        for (Import statement : module.findAll(Import.class)) {
            for (Alias alias : statement.names()) {
                modules.add(alias.name().sourceText());
            }
        }
        for (ImportFrom statement : module.findAll(ImportFrom.class)) {
            if (statement.module() != null && statement.level() == 0) {
                modules.add(statement.module().sourceText());
                for (Alias alias : statement.names()) {
                    modules.add(
                            statement.module().sourceText() + "." + alias.name().sourceText());
                }
            }
        }
        Driver only = null;
        for (String name : modules) {
            int dot = name.indexOf('.');
            if (OTHERS.contains(dot < 0 ? name : name.substring(0, dot))) {
                return null;
            }
            for (Driver driver : Driver.values()) {
                boolean isDriver = name.equals(driver.module()) || name.startsWith(driver.module() + ".");
                if (isDriver && only != null && only != driver) {
                    return null;
                }
                only = isDriver ? driver : only;
            }
        }
        return only;
    }
}
