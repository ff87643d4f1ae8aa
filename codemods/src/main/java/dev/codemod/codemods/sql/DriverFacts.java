package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.CallForm.Kind;
import dev.codemod.semantics.TypeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the facts about one driver. */
final class DriverFacts {
    /** What {@code %%} means to a driver. */
    enum Percent {
        /** A percent sign is an ordinary character. */
        PLAIN,
        /** {@code %%} stands for a percent sign when parameters are passed. */
        DOUBLED,
        /** {@code %s} alone is replaced; every other percent sign stays, {@code %%} too. */
        KEPT,
        /** {@code %%} stands for a percent sign always, so that the text of a query without parameters has it already. */
        DOUBLED_ALWAYS
    }

    final String module;
    final ParamStyle style;
    final SqlDialect dialect;
    Percent percent;
    boolean takesList;
    boolean isAsync;
    boolean executeGivesCursor;
    boolean takesManyScalars;
    boolean namesColumnsByText;
    boolean interpolates;
    final List<String> connections = new ArrayList<>();
    final List<String> cursors = new ArrayList<>();
    final List<String> pools = new ArrayList<>();
    final List<String> connects = new ArrayList<>();
    final List<String> poolConnects = new ArrayList<>();
    final Map<String, CallForm> connectionForms = new HashMap<>();
    final Map<String, CallForm> cursorForms = new HashMap<>();

    private DriverFacts(String module, ParamStyle style, SqlDialect dialect) {
        this.module = module;
        this.style = style;
        this.dialect = dialect;
        percent = style.isPercent() ? Percent.DOUBLED : Percent.PLAIN;
    }

    static DriverFacts of(String module, ParamStyle style, SqlDialect dialect) {
        return new DriverFacts(module, style, dialect);
    }

    /** Says that everything may be awaited. */
    DriverFacts async() {
        isAsync = true;
        return this;
    }

    DriverFacts percent(Percent percent) {
        this.percent = percent;
        return this;
    }

    /** Says that the driver puts the values into the text itself. */
    DriverFacts interpolates() {
        interpolates = true;
        return this;
    }

    /** Says that parameters are written as a list. */
    DriverFacts lists() {
        takesList = true;
        return this;
    }

    /** Says that a single parameter needs no tuple. */
    DriverFacts scalars() {
        takesManyScalars = true;
        return this;
    }

    /** Says that a column of a result without alias is named after the text of its expression. */
    DriverFacts namesColumnsByText() {
        namesColumnsByText = true;
        return this;
    }

    /** Names the classes of connections, the usual one first. */
    DriverFacts connection(String... classes) {
        connections.addAll(List.of(classes));
        return this;
    }

    /** Names the classes of cursors, the usual one first. */
    DriverFacts cursor(String... classes) {
        cursors.addAll(List.of(classes));
        return this;
    }

    /** Names the functions that give a connection. */
    DriverFacts connect(String... functions) {
        connects.addAll(List.of(functions));
        return this;
    }

    /** Names the classes of pools, and the functions that give one. */
    DriverFacts pool(String type, String... functions) {
        pools.add(type);
        poolConnects.addAll(List.of(functions));
        return this;
    }

    /** Says how {@code execute} of cursors takes the query and the parameters. */
    DriverFacts executes(String query, String parameters) {
        cursorForms.put("execute", CallForm.one(query, parameters));
        cursorForms.put("executemany", CallForm.of(Kind.ROWS, query, 1, parameters));
        return this;
    }

    /** Says how another method of cursors takes them. */
    DriverFacts onCursor(String method, CallForm form) {
        cursorForms.put(method, form);
        return this;
    }

    /** Says that connections have the methods of cursors. */
    DriverFacts executesOnConnection() {
        connectionForms.putAll(cursorForms);
        return this;
    }

    /** Says how a method of connections takes them. */
    DriverFacts onConnection(String method, CallForm form) {
        connectionForms.put(method, form);
        return this;
    }

    /** Says that {@code execute} gives a cursor. */
    DriverFacts executeGivesCursor() {
        executeGivesCursor = true;
        return this;
    }

    // ---------------------------------------------------------------- types

    /** Adds the classes and what their methods give. */
    void addTo(TypeTable.Builder table) {
        String connection = connections.get(0);
        addClasses(table, connections);
        addClasses(table, cursors);
        addClasses(table, pools);
        connects.forEach(function -> gives(table, function, connection));
        table.entersSelf(connection);
        if (!cursors.isEmpty()) {
            String cursor = cursors.get(0);
            gives(table, connection + ".cursor", cursor);
            table.entersSelf(cursor).value(cursor + ".connection", connection);
            if (executeGivesCursor) {
                connectionForms.keySet().forEach(method -> gives(table, connection + "." + method, cursor));
                cursorForms.keySet().forEach(method -> gives(table, cursor + "." + method, cursor));
            }
        }
        for (String pool : pools) {
            table.entersSelf(pool);
            poolConnects.forEach(function -> gives(table, function, pools.get(0)));
            for (String method : List.of("acquire", "connection", "getconn", "get_connection")) {
                gives(table, pool + "." + method, connection);
            }
        }
    }

    private static void addClasses(TypeTable.Builder table, List<String> classes) {
        for (String name : classes) {
            table.type(name);
            if (!name.equals(classes.get(0))) {
                table.subtype(name, classes.get(0));
            }
        }
    }

    private void gives(TypeTable.Builder table, String callable, String type) {
        table.returns(callable, type);
        if (isAsync) {
            table.awaits(callable, type);
        }
    }
}
