package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the functions of a file that return a query with values in its text, and the calls that may be of such ones. */
final class BuilderScanner {
    /** The rules by which functions are looked at before it is known who executes the text. */
    private static final QueryRules ANY =
            new QueryRules(null, ParamStyle.QMARK, SqlDialect.STANDARD, DriverFacts.Percent.PLAIN);

    private BuilderScanner() {}

    /** Returns the functions of a module that return a query with values that could be bound. */
    static List<BuilderFact> builders(FileContext file) {
        List<BuilderFact> found = new ArrayList<>();
        if (!QueryStart.isIn(file.module())) {
            return found;
        }
        FileFacts facts = null;
        for (Map.Entry<String, FunctionDef> entry : functions(file.module()).entrySet()) {
            FunctionDef function = entry.getValue();
            boolean isCandidate = !function.isAsync()
                    && function.decorators().isEmpty()
                    && !function.body().findAll(Return.class).isEmpty();
            if (isCandidate) {
                facts = facts == null ? new FileFacts(file, HelperFacts.NONE) : facts;
                BuilderFact fact = fact(entry.getKey(), function, facts);
                if (fact != null) {
                    found.add(fact);
                }
            }
        }
        return found;
    }

    /** Returns the functions of a module and the methods of its classes, by their names in the module. */
    static Map<String, FunctionDef> functions(Module module) {
        Map<String, FunctionDef> functions = new LinkedHashMap<>();
        for (Statement statement : module.statements()) {
            if (statement instanceof FunctionDef function) {
                functions.putIfAbsent(function.name().sourceText(), function);
            } else if (statement instanceof ClassDef owner) {
                String prefix = owner.name().sourceText() + ".";
                for (Statement member : owner.body().statements()) {
                    if (member instanceof FunctionDef method) {
                        functions.putIfAbsent(prefix + method.name().sourceText(), method);
                    }
                }
            }
        }
        return functions;
    }

    private static BuilderFact fact(String name, FunctionDef function, FileFacts facts) {
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
