package dev.codemod.codemods.sql;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drivers that a project's lists of dependencies name: a hint where the code does not tell which one is in use.
 *
 * @param isWanted whether a file of the project has queries of which the driver is not imported there
 * @param drivers the names of the drivers, {@link #OTHER} for packages that have cursors of their own
 * @param paths the files that name them
 */
record DependencyFacts(boolean isWanted, SortedSet<String> drivers, SortedSet<String> paths) implements Serializable {
    static final DependencyFacts NONE = new DependencyFacts(false, new TreeSet<>(), new TreeSet<>());
    static final DependencyFacts WANTED = new DependencyFacts(true, new TreeSet<>(), new TreeSet<>());

    private static final String OTHER = "other";

    private static final Pattern FILES =
            Pattern.compile("(?:.*/)?(?:[^/]*requirements[^/]*\\.(?:txt|in)|pyproject\\.toml|setup\\.cfg|Pipfile)"
                    + "|(?:.*/)?requirements/[^/]*\\.(?:txt|in)");

    /** A name at the start of a line or in quotes, with what may follow the name of a package. */
    private static final Pattern PACKAGE =
            Pattern.compile("(?m)(?:^[ \\t]*|[\"'])([A-Za-z][\\w.-]*)(?=[ \\t]*(?:[<>=!~;\\[,\"'#]|$))");

    /** The packages of drivers, with underscores for hyphens. */
    private static final Map<String, Driver> PACKAGES = Map.ofEntries(
            Map.entry("psycopg2", Driver.PSYCOPG2),
            Map.entry("psycopg2_binary", Driver.PSYCOPG2),
            Map.entry("psycopg", Driver.PSYCOPG),
            Map.entry("psycopg_binary", Driver.PSYCOPG),
            Map.entry("psycopg_pool", Driver.PSYCOPG),
            Map.entry("aiopg", Driver.AIOPG),
            Map.entry("asyncpg", Driver.ASYNCPG),
            Map.entry("pg8000", Driver.PG8000),
            Map.entry("redshift_connector", Driver.REDSHIFT),
            Map.entry("pymysql", Driver.PYMYSQL),
            Map.entry("mysqlclient", Driver.MYSQLDB),
            Map.entry("mysql_python", Driver.MYSQLDB),
            Map.entry("aiomysql", Driver.AIOMYSQL),
            Map.entry("asyncmy", Driver.ASYNCMY),
            Map.entry("mysql_connector_python", Driver.MYSQL_CONNECTOR),
            Map.entry("mysql_connector", Driver.MYSQL_CONNECTOR),
            Map.entry("mariadb", Driver.MARIADB),
            Map.entry("pymssql", Driver.PYMSSQL),
            Map.entry("pyodbc", Driver.PYODBC),
            Map.entry("oracledb", Driver.ORACLEDB),
            Map.entry("cx_oracle", Driver.CX_ORACLE),
            Map.entry("aiosqlite", Driver.AIOSQLITE),
            Map.entry("apsw", Driver.APSW),
            Map.entry("duckdb", Driver.DUCKDB),
            Map.entry("trino", Driver.TRINO),
            Map.entry("teradatasql", Driver.TERADATASQL),
            Map.entry("jaydebeapi", Driver.JAYDEBEAPI),
            Map.entry("ibm_db", Driver.IBM_DB_DBI),
            Map.entry("clickhouse_driver", Driver.CLICKHOUSE_DBAPI),
            Map.entry("snowflake_connector_python", Driver.SNOWFLAKE));

    private static final SortedSet<String> OTHERS = new TreeSet<>(List.of(
            "django",
            "sqlalchemy",
            "flask_sqlalchemy",
            "peewee",
            "pony",
            "tortoise_orm",
            "databases",
            "records",
            "google_cloud_bigquery",
            "cassandra_driver",
            "vertica_python",
            "impyla",
            "pyhive",
            "turbodbc",
            "flask_mysqldb"));

    /** Returns the words without which a text names no driver. */
    static Collection<String> words() {
        List<String> words = new ArrayList<>(List.of("PyMySQL", "MySQL", "cx_Oracle", "JayDeBeApi"));
        for (String name : PACKAGES.keySet()) {
            words.add(name);
            words.add(name.replace('_', '-'));
        }
        return words;
    }

    /** Returns what a list of dependencies says; nothing if the text is none. */
    static DependencyFacts read(String path, String text) {
        if (!FILES.matcher(path).matches()) {
            return NONE;
        }
        SortedSet<String> drivers = new TreeSet<>();
        Matcher matcher = PACKAGE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT).replace('-', '_');
            Driver driver = PACKAGES.get(name);
            if (driver != null) {
                drivers.add(driver.name());
            } else if (OTHERS.contains(name)) {
                drivers.add(OTHER);
            }
        }
        return new DependencyFacts(false, drivers, drivers.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(path)));
    }

    DependencyFacts merge(DependencyFacts other) {
        SortedSet<String> allDrivers = new TreeSet<>(drivers);
        allDrivers.addAll(other.drivers);
        SortedSet<String> allPaths = new TreeSet<>(paths);
        allPaths.addAll(other.paths);
        return new DependencyFacts(isWanted || other.isWanted, allDrivers, allPaths);
    }

    /** Returns the only driver that the project depends on, or null. */
    Driver only() {
        return drivers.size() == 1 && !drivers.first().equals(OTHER) ? Driver.valueOf(drivers.first()) : null;
    }
}
