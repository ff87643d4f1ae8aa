package dev.codemod.codemods.sql;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemods.Pages;
import dev.codemod.tree.Call;
import dev.codemod.tree.Module;
import java.util.List;

/**
 * Turns SQL that is built from strings into a query with bound parameters, in the placeholder style of the driver in
 * use.
 *
 * <h2>What it does</h2>
 *
 * <p>Values that an f-string, {@code %}, {@code format} or {@code +} puts into the text of {@code execute} and
 * {@code executemany} become parameters of the call. Names of tables and columns stay, and are reported.
 */
public final class SqlParams extends Codemod {
    /** The option that says how placeholders are written where the driver is not known. */
    static final String PARAMSTYLE = "paramstyle";

    static final String DIALECT = "dialect";

    private static final List<String> LITERALS = List.of(
            ".execute",
            ".exec_driver_sql",
            ".fetch",
            ".iterate(",
            ".query(",
            ".raw(",
            ".extra(",
            "RawSQL",
            "read_sql",
            "sqlalchemy",
            "duckdb");

    @Override
    public String id() {
        return "sql-params";
    }

    @Override
    public String summary() {
        return "Bind the values of SQL queries as parameters instead of putting them into the text.";
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.anyOf(LITERALS);
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(
                        PARAMSTYLE,
                        "how placeholders are written where the driver is not known (the name of PEP 249, or dollar)",
                        List.of("auto", "qmark", "numeric", "named", "format", "pyformat", "dollar")),
                new Option(
                        DIALECT,
                        "whose SQL it is where the driver does not tell",
                        List.of("auto", "standard", "sqlite", "postgresql", "mysql", "oracle", "sqlserver")));
    }

    @Override
    public Module rewrite(FileContext file) {
        List<Call> sinks = file.module().findAll(Call.class).stream()
                .filter(call -> Targets.mayBe(call) || ExtraCall.isExtra(call))
                .toList();
        if (sinks.isEmpty()) {
            return file.module();
        }
        FileFacts facts = new FileFacts(file);
        Changes changes = new Changes();
        for (Call call : sinks) {
            if (ExtraCall.isExtra(call)) {
                new ExtraCall(facts, call, changes).run();
            } else {
                new CallRewriter(facts, call, changes).run();
            }
        }
        return changes.isEmpty()
                ? file.module()
                : facts.imports().applyTo((Module) file.module().accept(changes, null));
    }

    @Override
    public String page() {
        return Pages.read(SqlParams.class, id());
    }
}
