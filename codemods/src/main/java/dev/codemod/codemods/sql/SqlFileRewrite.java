package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.tree.Call;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.List;
import java.util.Set;

/** Rewrites one file. */
final class SqlFileRewrite {
    private final FileContext file;
    private final HelperFacts helpers;
    private final Changes changes = new Changes();
    private FileFacts facts;

    SqlFileRewrite(FileContext file, HelperFacts helpers) {
        this.file = file;
        this.helpers = helpers;
    }

    /** Returns the file with its changes. */
    Module run() {
        collect();
        return changes.isEmpty()
                ? file.module()
                : facts.imports().applyTo((Module) file.module().accept(changes, null));
    }

    /** Reports, and collects the changes. */
    void collect() {
        boolean hasHelpers = !helpers.names().isEmpty();
        Set<String> aliases = Targets.aliases(file.module());
        List<Call> calls = file.module().findAll(Call.class).stream()
                .filter(call -> hasHelpers
                        || Targets.mayBe(call)
                        || ExtraCall.isExtra(call)
                        || call.func() instanceof Name name && aliases.contains(name.sourceText()))
                .toList();
        if (calls.isEmpty() && !helpers.hasBuildersIn(file.path())) {
            return;
        }
        facts = new FileFacts(file, helpers);
        BuilderRewriter builders = new BuilderRewriter(facts, helpers, changes);
        for (Call call : calls) {
            if (ExtraCall.isExtra(call)) {
                new ExtraCall(facts, call, changes).run();
            } else if (facts.targets().mayBeSink(call)) {
                new CallRewriter(facts, call, changes, builders).run();
            }
        }
        builders.rewriteFunctions();
        HelperExtension extension = new HelperExtension(facts, changes);
        helpers.extended(file.path()).forEach(extension::run);
    }

    /** Returns the keys of the functions that the rewritten calls need to be extended. */
    Set<String> extended() {
        return facts == null ? Set.of() : facts.extended();
    }
}
