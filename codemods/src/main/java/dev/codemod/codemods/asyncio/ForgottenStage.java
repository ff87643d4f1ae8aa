package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Path;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Tuple;
import java.util.List;

/**
 * Awaits coroutines that are dropped or used as a value, and makes tasks of those that {@code asyncio.wait} is given.
 *
 * <p>A coroutine that nobody awaits never runs. Awaiting it changes what the program does, to what was meant, so it is
 * unsafe.
 */
final class ForgottenStage implements Stage {
    private final AwaitFacts facts;

    ForgottenStage(AwaitFacts facts) {
        this.facts = facts;
    }

    @Override
    public void plan(FileContext file, Plan plan) {
        Awaitables awaitables = new Awaitables(file.semantics(), facts.coroutinesOf(file.path()));
        new Work(StageChanges.anywhere(file, plan), awaitables).run();
    }

    /** The work on one file. */
    private static final class Work {
        private final StageChanges changes;
        private final Awaitables awaitables;
        private final Semantics semantics;

        Work(StageChanges changes, Awaitables awaitables) {
            this.changes = changes;
            this.awaitables = awaitables;
            semantics = changes.semantics();
        }

        void run() {
            for (Call call : changes.file().module().findAll(Call.class)) {
                String name = semantics.qualifiedName(call.func());
                if ("asyncio.wait".equals(name) && !call.arguments().isEmpty()) {
                    planWait(call);
                }
                if (awaitables.of(call) == Kind.COROUTINE) {
                    plan(call);
                }
            }
        }

        // ------------------------------------------------------------ asyncio.wait

        /** Before Python 3.11 it made the tasks itself, since then coroutines are an error. */
        private void planWait(Call call) {
            Scope around = semantics.functionAround(call);
            if (around == null || !around.isAsyncFunction()) {
                return;
            }
            List<Expression> coroutines = elements(call.arguments().first()).stream()
                    .filter(element -> element instanceof Call && awaitables.of(element) == Kind.COROUTINE)
                    .toList();
            String member =
                    TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY37) ? "create_task" : "ensure_future";
            String what = "asyncio.wait takes no coroutines since Python 3.11: each becomes a task";
            if (!coroutines.isEmpty() && changes.accepts(call, Verdict.SAFE, "coroutine-in-wait", what)) {
                for (Expression coroutine : coroutines) {
                    Expression task = Snippet.expression("$create($coroutine)")
                            .bind("create", changes.imports().ensure("asyncio", member, call))
                            .bind("coroutine", coroutine)
                            .build();
                    changes.replace(coroutine, task);
                }
            }
        }

        private static List<Expression> elements(Argument argument) {
            if (argument instanceof ListDisplay list) {
                return list.elements();
            }
            if (argument instanceof SetDisplay set) {
                return set.elements();
            }
            if (argument instanceof Tuple tuple) {
                return tuple.elements();
            }
            if (argument instanceof ListComp comprehension) {
                return List.of(comprehension.element());
            }
            if (argument instanceof SetComp comprehension) {
                return List.of(comprehension.element());
            }
            return argument instanceof GeneratorExp generator ? List.of(generator.element()) : List.of();
        }

        // ------------------------------------------------------------ dropped and used as a value

        private void plan(Call call) {
            Path path = semantics.path(call);
            String problem = path.parent() instanceof ExpressionStatement ? "is never awaited" : ValueUse.of(path);
            if (problem == null && path.parent() instanceof Assign assign) {
                problem = problemOfVariable(assign);
            }
            if (problem == null) {
                return;
            }
            String what = "the coroutine of " + firstLine(call.func()) + " " + problem;
            Scope around = semantics.functionAround(call);
            if (around != null && around.isAsyncFunction()) {
                String becomes = what + ": awaited here";
                if (changes.accepts(call, unsafe().and(ofLevel(path)), "forgotten-await", becomes)) {
                    changes.replace(
                            call,
                            Snippet.expression("await $call").bind("call", call).build());
                }
            } else {
                planOutside(call, path, around, what);
            }
        }

        private Verdict ofLevel(Path path) {
            TargetPython level = TargetPython.of(changes.file());
            if (!level.isAtLeast(LanguageLevel.PY37) && path.enclosing(JoinedStr.class) != null) {
                return Verdict.refuse("await-in-f-string", "a syntax error before Python 3.7: use a variable");
            }
            return !level.isAtLeast(LanguageLevel.PY36) && path.enclosing(Comprehension.class) != null
                            || !level.isAtLeast(LanguageLevel.PY36) && path.enclosing(ListComp.class) != null
                    ? Verdict.refuse("await-in-comprehension", "a syntax error before Python 3.6: write a loop")
                    : Verdict.SAFE;
        }

        private static Verdict unsafe() {
            return Verdict.unsafe("forgotten-await", "it has never run so far: check that it should");
        }

        /** In synchronous code only a script can wait for a coroutine. */
        private void planOutside(Call call, Path path, Scope around, String what) {
            boolean isStatementOfScript = around == null
                    && path.parent() instanceof ExpressionStatement
                    && path.enclosing(ClassDef.class) == null
                    && path.enclosing(FunctionDef.class) == null
                    && TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY37)
                    && Framework.ASYNCIO
                            == Framework.detect(
                                    changes.file().module(), changes.file().path(), List.of());
            if (!isStatementOfScript) {
                String where = around != null && around.node() instanceof GeneratorExp
                        ? "a generator expression cannot await it: use a list comprehension"
                        : "this code is not async: make the function async, or hand the coroutine to the event loop";
                changes.accepts(call, Verdict.refuse("forgotten-await-outside", where), "", what);
                return;
            }
            Verdict verdict = Verdict.unsafe("forgotten-run", "it has never run so far: check that it should");
            if (changes.accepts(call, verdict, "forgotten-run", what + ": asyncio.run runs it")) {
                Expression run = Snippet.expression("$run($call)")
                        .bind("run", changes.imports().ensure("asyncio", "run", call))
                        .bind("call", call)
                        .build();
                changes.replace(call, run);
            }
        }

        /** A variable that holds a coroutine and is only ever used as if it held the result. */
        private String problemOfVariable(Assign assign) {
            if (assign.targets().size() != 1 || !(assign.targets().first() instanceof Name name)) {
                return null;
            }
            Binding binding = semantics.bindingOf(name);
            Definition only = binding == null ? null : binding.onlyDefinition();
            if (only == null || binding.scope().kind() != ScopeKind.FUNCTION) {
                return null;
            }
            String problem = null;
            for (Name reference : binding.references()) {
                String use = ValueUse.of(semantics.path(reference));
                if (use == null) {
                    return null;
                }
                problem = problem == null ? use : problem;
            }
            return problem;
        }

        private static String firstLine(Expression expression) {
            return expression.sourceText().lines().findFirst().orElse("");
        }
    }
}
