package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.tree.Call;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds the functions of a file that return a query with values in its text, and the calls that may be of such ones. */
final class BuilderScanner {
    /** The rules by which functions are looked at before it is known who executes the text. */
    private static final QueryRules ANY =
            new QueryRules(null, ParamStyle.QMARK, SqlDialect.STANDARD, DriverFacts.Percent.PLAIN);

    private BuilderScanner() {}

    /** Returns the functions of a module that return a query with values that could be bound. */
    static List<BuilderFact> builders(FileContext file) {
        List<BuilderFact> found = new ArrayList<>();
        FileFacts facts = null;
        for (Statement statement : file.module().statements()) {
            boolean isCandidate = statement instanceof FunctionDef function
                    && !function.isAsync()
                    && function.decorators().isEmpty()
                    && !function.body().findAll(Return.class).isEmpty();
            if (isCandidate) {
                facts = facts == null ? new FileFacts(file, HelperFacts.NONE) : facts;
                BuilderFact fact = fact((FunctionDef) statement, facts);
                if (fact != null) {
                    found.add(fact);
                }
            }
        }
        return found;
    }

    private static BuilderFact fact(FunctionDef function, FileFacts facts) {
        String name = function.name().sourceText();
        String path = facts.file().path();
        BuilderTexts texts = new BuilderTexts(function, facts);
        try {
            if (!texts.hasQuery(ANY)) {
                return null;
            }
        } catch (CompositionProblem problem) {
            return null;
        }
        try {
            texts.read(ANY);
            return new BuilderFact(path, name, null);
        } catch (CompositionProblem problem) {
            return new BuilderFact(path, name, problem.getMessage());
        }
    }

    /** Returns the calls of a file whose result is executed and nothing else. */
    static List<BuilderUse> uses(FileContext file, HelperFacts helpers) {
        List<BuilderUse> found = new ArrayList<>();
        FileFacts facts = null;
        for (Call call : file.module().findAll(Call.class)) {
            if (!Targets.mayBe(call)) {
                continue;
            }
            facts = facts == null ? new FileFacts(file, helpers) : facts;
            Sink sink = facts.sinks().of(call);
            BuilderSite site = sink == null ? null : BuilderSite.of(sink, facts);
            QueryRules rules = site == null ? null : site.rules(facts);
            if (rules != null) {
                found.add(new BuilderUse(file.path(), site.call().startOffset(), rules));
            }
        }
        return found;
    }
}
