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
        return Prefilter.anyOf(".execute");
    }

    @Override
    public List<Option> options() {
        return List.of(new Option(
                PARAMSTYLE,
                "how placeholders are written where the driver is not known (the name of PEP 249)",
                List.of("auto", "qmark", "format", "named", "pyformat")));
    }

    @Override
    public Module rewrite(FileContext file) {
        List<Call> sinks =
                file.module().findAll(Call.class).stream().filter(Sink::isSink).toList();
        if (sinks.isEmpty()) {
            return file.module();
        }
        FileFacts facts = new FileFacts(file);
        Changes changes = new Changes();
        for (Call call : sinks) {
            new CallRewriter(facts, call, changes).run();
        }
        return changes.isEmpty() ? file.module() : (Module) file.module().accept(changes, null);
    }

    @Override
    public String page() {
        return Pages.read(SqlParams.class, id());
    }
}
