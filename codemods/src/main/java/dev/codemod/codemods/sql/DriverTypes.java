package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.semantics.TypeTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of the drivers for the type inference, and of which driver each of them is. */
final class DriverTypes {
    private static final Map<String, Access> CLASSES = new HashMap<>();
    private static final TypeTable TABLE = table();

    private DriverTypes() {}

    static TypeTable typeTable() {
        return TABLE;
    }

    /** Returns what an instance of a class is, or null if the class is of no driver. */
    static Access access(String type) {
        return CLASSES.get(type);
    }

    private static TypeTable table() {
        TypeTable.Builder table = TypeTable.builder();
        for (Driver driver : Driver.values()) {
            DriverFacts facts = driver.facts();
            facts.addTo(table);
            facts.connections.forEach(type -> CLASSES.put(type, new Access(driver, Role.CONNECTION)));
            facts.cursors.forEach(type -> CLASSES.put(type, new Access(driver, Role.CURSOR)));
        }
        addDjango(table);
        // Up to PyMySQL 0.x and MySQLdb 1.3, a connection's context was a cursor; now it is the connection.
        for (Driver driver : List.of(Driver.PYMYSQL, Driver.MYSQLDB)) {
            String entered = driver.module() + ".connections.Connection.__enter__";
            String cursor = driver.facts().cursors.get(0);
            table.enters(driver.facts().connections.get(0), entered)
                    .type(entered)
                    .returns(entered + ".cursor", cursor)
                    .entersSelf(entered);
            CLASSES.put(entered, new Access(driver, Role.CURSOR));
        }
        SqlAlchemy.addTypes(table);
        for (String type : SqlAlchemy.ENGINES) {
            CLASSES.put(type, new Access(null, Role.ENGINE));
        }
        return table.build();
    }

    private static void addDjango(TypeTable.Builder table) {
        String connection = Driver.DJANGO.facts().connections.get(0);
        table.value("django.db.connection", connection)
                .item("django.db.connections", connection)
                .value("django.db.backends.utils.CursorWrapper.connection", connection);
    }
}
