package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.DefinitionKind;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Path;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes helper functions async and awaits them in every caller, across files; see {@link Conversions}. All that belongs
 * together is one unit.
 */
final class ConversionStage implements Stage {
    private static final String CHECK =
            "every await of it is a place where other tasks run, and code outside the project may call it: check both";

    private final AwaitFacts facts;

    ConversionStage(AwaitFacts facts) {
        this.facts = facts;
    }

    @Override
    public void plan(FileContext file, Plan plan) {
        Conversions conversions = facts.conversions();
        Map<String, String> functions = conversions.functionsIn(file.path());
        CallPlaces<String> calls = CallPlaces.of(file, conversions.callsIn(file.path()));
        if (!functions.isEmpty() || !calls.isEmpty()) {
            new Work(file, plan, functions, calls).run();
        }
    }

    /** The work on one file. */
    private static final class Work {
        private final FileContext file;
        private final Plan plan;
        private final Semantics semantics;
        private final Map<String, String> functions;
        private final CallPlaces<String> calls;
        private final Set<String> lockNames;
        private final CallClassifier classifier;

        Work(FileContext file, Plan plan, Map<String, String> functions, CallPlaces<String> calls) {
            this.file = file;
            this.plan = plan;
            this.functions = functions;
            this.calls = calls;
            semantics = file.semantics();
            lockNames = HeldLocks.namesOfLocks(file.module(), semantics);
            classifier = new CallClassifier(semantics, false);
        }

        void run() {
            Map<Integer, DefinitionFacts> definitions = new HashMap<>();
            for (DefinitionFacts definition : file.moduleFacts().definitions()) {
                if (definition.kind() == DefinitionKind.FUNCTION) {
                    definitions.put(definition.offset(), definition);
                }
            }
            Module module = file.module();
            for (FunctionDef function : module.findAll(FunctionDef.class)) {
                DefinitionFacts definition = definitions.get(function.name().startOffset());
                String unit = definition == null ? null : functions.get(definition.name());
                if (unit != null && !function.isAsync()) {
                    plan(function, unit);
                }
            }
            for (Call call : module.findAll(Call.class)) {
                CallPlaces.Place<String> place = calls.of(call);
                if (place != null) {
                    plan(call, place);
                }
            }
        }

        private void plan(FunctionDef function, String unit) {
            Call held = blockingUnderLock(function);
            if (held != null) {
                String why =
                        "the function around it cannot become async: a lock of a thread would be held across the await";
                file.refuse(held, "cannot-follow", why, unit);
                return;
            }
            String message = function.name().sourceText() + " blocks the event loop and becomes async, but " + CHECK;
            if (file.offer(Applicability.UNSAFE, function.name(), "becomes-async", message, unit)) {
                plan.replace(function, function.withAsync(true));
            }
        }

        /** Returns a call that blocks while the function holds a lock, or null: awaiting the function would not help. */
        private Call blockingUnderLock(FunctionDef function) {
            for (With statement : OwnCode.findAll(function, With.class)) {
                if (!statement.isAsync() && holdsLock(statement)) {
                    for (Call call : statement.body().findAll(Call.class)) {
                        if (classifier.of(call) != null) {
                            return call;
                        }
                    }
                }
            }
            return null;
        }

        private void plan(Call call, CallPlaces.Place<String> place) {
            Path path = semantics.path(call);
            if (path.parent() instanceof Await || isRun(path.parent())) {
                return;
            }
            String unit = place.value();
            FunctionDef around = functionAround(path);
            boolean awaits = around != null && (around.isAsync() || functions.containsKey(place.by()));
            String obstacle = obstacle(path, around, awaits);
            if (obstacle != null) {
                file.refuse(call, "cannot-follow", "the function that it calls cannot become async: " + obstacle, unit);
                return;
            }
            String what = "it calls a function that becomes async: ";
            String message = what + (awaits ? "awaited" : "run by asyncio.run") + ", but " + CHECK;
            if (file.offer(Applicability.UNSAFE, call, awaits ? "awaits-converted" : "runs-converted", message, unit)) {
                plan.replace(call, awaits ? ThreadCalls.awaited(call) : run(call));
            }
        }

        private Expression run(Call call) {
            return Snippet.expression("$run($call)")
                    .bind("run", plan.imports().ensure("asyncio", "run", call))
                    .bind("call", call)
                    .build();
        }

        private boolean isRun(Node parent) {
            return parent instanceof Call outer && "asyncio.run".equals(semantics.qualifiedName(outer.func()));
        }

        private static FunctionDef functionAround(Path path) {
            for (int i = 1; i < path.length(); i++) {
                if (path.ancestor(i) instanceof FunctionDef function) {
                    return function;
                }
                if (path.ancestor(i) instanceof ClassDef) {
                    return null;
                }
            }
            return null;
        }

        /** Returns what keeps a call from being awaited or run in its place, or null. */
        private String obstacle(Path path, FunctionDef around, boolean awaits) {
            boolean isMain = false;
            for (int i = 1; i < path.length() && path.ancestor(i) != around; i++) {
                Node node = path.ancestor(i);
                if (node instanceof ClassDef || node instanceof Decorator || node instanceof Parameters) {
                    return "this code runs while something is being defined";
                }
                if (awaits && node instanceof With statement && !statement.isAsync() && holdsLock(statement)) {
                    return "a lock of a thread would be held across the await";
                }
                isMain |= node instanceof If statement && isMainTest(statement.test());
            }
            return around == null && !isMain ? "this code runs at import, maybe inside an event loop" : null;
        }

        private boolean holdsLock(With statement) {
            for (WithItem item : statement.items()) {
                if (HeldLocks.lockOf(item, lockNames) != null) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isMainTest(Expression test) {
            return test instanceof Compare compare && compare.left().is("__name__");
        }
    }
}
