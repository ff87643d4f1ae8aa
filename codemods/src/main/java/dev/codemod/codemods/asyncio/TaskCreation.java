package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes tasks by {@code asyncio.create_task} and keeps those that nothing else refers to.
 *
 * <p>The event loop holds its tasks by weak references only (documentation of {@code create_task}): a task whose result
 * is dropped may vanish before it is done.
 */
final class TaskCreation {
    private static final String KEPT = "background_tasks";

    private final StageChanges changes;
    private final Awaitables awaitables;
    private final Semantics semantics;
    private final Module module;
    private String kept;

    TaskCreation(StageChanges changes, Awaitables awaitables) {
        this.changes = changes;
        this.awaitables = awaitables;
        semantics = changes.semantics();
        module = changes.file().module();
    }

    void plan() {
        Map<Call, ExpressionStatement> dropped = new IdentityHashMap<>();
        for (ExpressionStatement statement : module.findAll(ExpressionStatement.class)) {
            if (statement.value() instanceof Call call) {
                dropped.put(call, statement);
            }
        }
        for (Call call : module.findAll(Call.class)) {
            String name = semantics.qualifiedName(call.func());
            if (name != null && isTaskCreation(name)) {
                plan(call, name, dropped.get(call));
            }
        }
    }

    private static boolean isTaskCreation(String name) {
        return name.equals("asyncio.async")
                || name.equals("asyncio.ensure_future")
                || name.equals("asyncio.create_task");
    }

    private void plan(Call call, String name, ExpressionStatement dropped) {
        boolean becomesTask = !name.equals("asyncio.create_task") && canCreateTask(call);
        String member = becomesTask || name.equals("asyncio.create_task") ? "create_task" : "ensure_future";
        boolean isRenamed = !name.equals("asyncio." + member);
        Expression function = call.func();
        if (isRenamed
                && changes.accepts(call.func(), Verdict.SAFE, "task-creation", name + " becomes asyncio." + member)) {
            function = changes.imports().ensure("asyncio", member, call);
            changes.replace(call.func(), function);
            changes.imports().removeIfUnused(name);
        }
        if (dropped != null && isInFunction(call)) {
            planToKeep(call, dropped, function, "asyncio." + member);
        }
    }

    /** Returns whether create_task does the same: it wants a coroutine and a running loop. */
    private boolean canCreateTask(Call call) {
        Scope around = semantics.functionAround(call);
        return TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY37)
                && around != null
                && around.isAsyncFunction()
                && call.arguments().size() == 1
                && call.arguments().first() instanceof Expression argument
                && awaitables.of(argument) == Awaitables.Kind.COROUTINE;
    }

    private boolean isInFunction(Call call) {
        Scope around = semantics.functionAround(call);
        return around != null && around.node() instanceof FunctionDef;
    }

    // ---------------------------------------------------------------- references

    private void planToKeep(Call call, ExpressionStatement statement, Expression function, String name) {
        Verdict verdict = Verdict.unsafe("task-may-vanish", "look at where its errors go: nothing waits for the task");
        String what = "the event loop does not keep the task that " + name + " makes: a set of the module keeps it";
        boolean isAlone = call.arguments().stream().noneMatch(Keyword.class::isInstance);
        if (!isAlone || !changes.accepts(statement, verdict, "task-may-vanish", what)) {
            return;
        }
        if (kept == null) {
            kept = fresh(KEPT, module);
            planSet(statement);
        }
        String task = fresh("task", semantics.functionAround(call).node());
        List<Statement> statements = new ArrayList<>();
        statements.add(Snippet.statement("$task = $call")
                .bind("task", Snippet.name(task))
                .bind("call", call.withFunc(function))
                .build());
        statements.add(Snippet.statement("$kept.add($task)")
                .bind("kept", Snippet.name(kept))
                .bind("task", Snippet.name(task))
                .build());
        statements.add(Snippet.statement("$task.add_done_callback($kept.discard)")
                .bind("kept", Snippet.name(kept))
                .bind("task", Snippet.name(task))
                .build());
        changes.replace(statement, statements);
    }

    /** Plans the set after the imports at the top of the file. */
    private void planSet(Node place) {
        Statement set = Snippet.statement("$kept = set()")
                .bind("kept", Snippet.name(kept))
                .build();
        Statement last = null;
        for (Statement statement : module.statements()) {
            if (statement.firstToken() < place.firstToken()
                    && (statement instanceof Import || statement instanceof ImportFrom)) {
                last = statement;
            }
        }
        if (last != null) {
            changes.replace(last, List.of(last, set));
            return;
        }
        for (Statement statement : module.statements()) {
            if (statement.lastToken() >= place.lastToken()) {
                changes.replace(statement, List.of(set, statement));
                return;
            }
        }
    }

    private static String fresh(String wanted, Node scope) {
        Set<String> names = new HashSet<>();
        scope.findAll(Name.class).forEach(name -> names.add(name.sourceText()));
        scope.findAll(Identifier.class).forEach(name -> names.add(name.sourceText()));
        String name = wanted;
        for (int i = 2; names.contains(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
