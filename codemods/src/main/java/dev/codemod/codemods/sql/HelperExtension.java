package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.semantics.Binding;
import dev.codemod.tree.Call;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives a function that executes its argument a parameter for the parameters of the query. */
final class HelperExtension {
    /** What stands for no parameters, so that calls which pass none do what they did. */
    private static final Map<Driver, String> DEFAULTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Driver.SQLITE3, "()"),
            Map.entry(Driver.PSYCOPG2, "None"),
            Map.entry(Driver.PSYCOPG, "None"),
            Map.entry(Driver.PG8000, "()"),
            Map.entry(Driver.PYMYSQL, "None"),
            Map.entry(Driver.MYSQLDB, "None"),
            Map.entry(Driver.DJANGO, "None"),
            Map.entry(Driver.MYSQL_CONNECTOR, "()"),
            Map.entry(Driver.PYMSSQL, "()"),
            Map.entry(Driver.ORACLEDB, "()"),
            Map.entry(Driver.CX_ORACLE, "()"),
            Map.entry(Driver.CLICKHOUSE, "None"),
            Map.entry(Driver.SNOWFLAKE, "None")));

    private final FileFacts facts;
    private final Changes changes;

    HelperExtension(FileFacts facts, Changes changes) {
        this.facts = facts;
        this.changes = changes;
    }

    /** Returns whether a function can get a parameter. */
    static boolean canExtend(Driver driver, FunctionDef function) {
        Set<String> names = new HashSet<>();
        function.findAll(Name.class).forEach(name -> names.add(name.sourceText()));
        function.findAll(Identifier.class).forEach(name -> names.add(name.sourceText()));
        return DEFAULTS.containsKey(driver) && !names.contains(HelperFact.ADDED);
    }

    /** Returns whether a driver takes an empty tuple for no parameters, or what comes to the same. */
    static boolean takesNoParameters(Driver driver) {
        return DEFAULTS.containsKey(driver);
    }

    /** Offers to extend the function, together with its calls, and does it. */
    void run(HelperFact helper) {
        for (FunctionDef function : facts.file().module().findAll(FunctionDef.class)) {
            boolean isMeant = function.name().startOffset() == helper.offset()
                    && function.name().is(helper.name());
            // When the result is rewritten once more, to prove that nothing changes, the facts are those from before.
            if (isMeant && canExtend(helper.driver(), function)) {
                extend(helper, function);
            }
        }
    }

    private void extend(HelperFact helper, FunctionDef function) {
        boolean isApplied = facts.file()
                .offer(
                        Applicability.SAFE,
                        function.name(),
                        "query-helper",
                        "take the parameters of the query and pass them on to the database",
                        helper.key());
        if (!isApplied) {
            return;
        }
        ParameterItem added = facts.code().parameter(HelperFact.ADDED, DEFAULTS.get(helper.driver()));
        NodeList<ParameterItem> items = function.parameters().items();
        changes.replace(function, function.parameters().withItems(items.insert(items.size(), added)));
        Parameter query = (Parameter) items.get(helper.queryIndex() + (helper.isMethod() ? 1 : 0));
        Binding binding = facts.semantics().bindingOf(query.name());
        for (Name reference : binding.references()) {
            Call call = facts.semantics().path(reference).enclosing(Call.class);
            Sink sink = call == null ? null : facts.sinks().of(call);
            if (sink != null && sink.query() == reference) {
                changes.replace(
                        sink.call(), sink.with(sink.query(), facts.code().expression(HelperFact.ADDED), facts.code()));
            }
        }
    }
}
