package dev.codemod.codemods.sql;

import dev.codemod.tree.Alias;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.HashSet;
import java.util.Set;

/** The drivers that a file imports: the weaker evidence, for receivers of which nothing is known. */
final class Drivers {
    /** Other packages that have objects with {@code execute}. */
    private static final Set<String> OTHERS = Set.of(
            "peewee",
            "pony",
            "tortoise",
            "cassandra",
            "flask_sqlalchemy",
            "flask_mysqldb",
            "pgdb",
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
        Set<String> modules = imported(module);
        Driver only = null;
        for (String name : modules) {
            if (isOther(name)) {
                return null;
            }
            Driver driver = ofModule(name);
            if (driver != null && only != null && only != driver && !isSame(only, driver)) {
                return null;
            }
            only = driver == null ? only : driver;
        }
        return only;
    }

    private static Set<String> imported(Module module) {
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
        return modules;
    }

    /** Returns whether a module imports a driver, or another package that has objects with {@code execute}. */
    static boolean importsAny(Module module) {
        return imported(module).stream().anyMatch(name -> isOther(name) || ofModule(name) != null);
    }

    /** Returns whether a module executes text that is composed of values, and imports nothing that executes queries. */
    static boolean isMissing(Module module) {
        for (Call call : module.findAll(Call.class)) {
            boolean isComposed = Targets.isTelling(call)
                    && !call.arguments().isEmpty()
                    && (call.arguments().get(0) instanceof BinOp
                            || call.arguments().get(0) instanceof JoinedStr
                            || call.arguments().get(0) instanceof Call
                            || call.arguments().get(0) instanceof Name);
            if (isComposed) {
                return !importsAny(module);
            }
        }
        return false;
    }

    private static boolean isOther(String name) {
        int dot = name.indexOf('.');
        return OTHERS.contains(dot < 0 ? name : name.substring(0, dot));
    }

    /** Returns whether two names are of one package, of which the importing statements name different parts. */
    private static boolean isSame(Driver first, Driver second) {
        return first.module().startsWith(second.module()) || second.module().startsWith(first.module());
    }

    /** Returns the driver that a module belongs to, by the longest name that fits, or null. */
    static Driver ofModule(String name) {
        if (name.startsWith("psycopg_pool")) {
            return Driver.PSYCOPG;
        }
        Driver found = null;
        for (Driver driver : Driver.values()) {
            boolean isDriver = name.equals(driver.module()) || name.startsWith(driver.module() + ".");
            boolean isLonger =
                    found == null || driver.module().length() > found.module().length();
            found = isDriver && isLonger ? driver : found;
        }
        return found;
    }
}
