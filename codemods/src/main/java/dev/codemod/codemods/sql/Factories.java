package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Assign;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what other files can get a connection from: the names that files define which import a driver. */
final class Factories {
    /** What stands in files that import a driver. */
    static final List<String> LITERALS = List.of(
            "sqlite3",
            "sqlite",
            "psycopg",
            "pymysql",
            "MySQLdb",
            "mysql.connector",
            "asyncpg",
            "apsw",
            "duckdb",
            "pyodbc",
            "pymssql",
            "cx_Oracle",
            "oracledb",
            "mariadb",
            "aiopg",
            "aiomysql",
            "asyncmy",
            "pg8000",
            "redshift_connector",
            "snowflake",
            "trino",
            "clickhouse_driver",
            "jaydebeapi",
            "teradatasql",
            "ibm_db_dbi",
            "sqlalchemy",
            "databases",
            "records");

    private final Functions functions;
    private final Receivers receivers;
    private final Set<String> names = new TreeSet<>();

    private Factories(FileContext file) {
        Semantics semantics = file.semantics();
        functions = new Functions(semantics);
        receivers = new Receivers(
                file,
                Types.of(semantics, DriverTypes.typeTable()),
                new Constants(file, new Code(file.level()), new TextCalls(semantics), HelperFacts.NONE),
                HelperFacts.NONE);
    }

    /**
     * Returns the names of what gives a connection or the like, in a module that imports a driver: functions that return
     * one, variables that hold one, classes whose methods or attributes do.
     */
    static Set<String> in(FileContext file) {
        if (!importsDriver(file)) {
            return Set.of();
        }
        Factories factories = new Factories(file);
        for (Statement statement : file.module().statements()) {
            factories.add(statement);
        }
        return factories.names;
    }

    private void add(Statement statement) {
        if (statement instanceof FunctionDef function && givesAccess(function)) {
            names.add(function.name().sourceText());
        } else if (statement instanceof Assign assign && isAccess(assign.value())) {
            assign.targets().stream()
                    .filter(target -> target instanceof Name)
                    .forEach(target -> names.add(target.sourceText()));
        } else if (statement instanceof ClassDef definition && holdsAccess(definition)) {
            names.add(definition.name().sourceText());
        }
    }

    private boolean isAccess(Expression value) {
        return receivers.of(value).role() != null;
    }

    private boolean givesAccess(FunctionDef function) {
        return function.returns() != null && isAccess(function.returns())
                || functions.results(function).stream().anyMatch(this::isAccess);
    }

    private boolean holdsAccess(ClassDef definition) {
        return definition.body().findAll(FunctionDef.class).stream().anyMatch(this::givesAccess)
                || definition.body().findAll(Assign.class).stream().anyMatch(assign -> isAccess(assign.value()));
    }

    private static boolean importsDriver(FileContext file) {
        for (Import statement : file.module().findAll(Import.class)) {
            for (Alias alias : statement.names()) {
                if (Drivers.ofModule(alias.name().sourceText()) != null) {
                    return true;
                }
            }
        }
        for (ImportFrom statement : file.module().findAll(ImportFrom.class)) {
            if (statement.module() != null && statement.level() == 0) {
                for (Alias alias : statement.names()) {
                    String name =
                            statement.module().sourceText() + "." + alias.name().sourceText();
                    if (Drivers.ofModule(name) != null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
