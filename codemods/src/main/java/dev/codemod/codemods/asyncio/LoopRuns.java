package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns {@code loop = get_event_loop(); loop.run_until_complete(main()); loop.close()} into {@code asyncio.run(main())}
 * (Python 3.7).
 *
 * <p>{@code asyncio.run} makes a loop of its own, cancels what is left of its tasks and closes it. That is the same only
 * if nothing else of the file uses the old loop.
 */
final class LoopRuns {
    private static final Set<String> GETTERS = Set.of("asyncio.get_event_loop", "asyncio.new_event_loop");

    /** What binds to a loop when it is called or made outside of one. */
    private static final Set<String> BOUND_TO_LOOP = Set.of(
            "asyncio.get_event_loop",
            "asyncio.new_event_loop",
            "asyncio.set_event_loop",
            "asyncio.ensure_future",
            "asyncio.async",
            "asyncio.gather",
            "asyncio.Future",
            "asyncio.Task",
            "asyncio.Lock",
            "asyncio.Event",
            "asyncio.Condition",
            "asyncio.Semaphore",
            "asyncio.BoundedSemaphore",
            "asyncio.Queue",
            "asyncio.PriorityQueue",
            "asyncio.LifoQueue",
            "asyncio.get_child_watcher",
            "asyncio.run");

    /** What certainly belongs to the loop that is current when it is called. */
    private static final Set<String> STARTED = Set.of(
            "asyncio.get_event_loop",
            "asyncio.ensure_future",
            "asyncio.async",
            "asyncio.gather",
            "asyncio.Future",
            "asyncio.Task");

    private static final Set<String> BOUND_RESULTS = Set.of(
            "asyncio.start_server",
            "asyncio.start_unix_server",
            "asyncio.open_connection",
            "asyncio.open_unix_connection",
            "asyncio.create_subprocess_exec",
            "asyncio.create_subprocess_shell");

    private static final Set<String> ASYNCHRONOUS_LIBRARIES = Set.of(
            "motor",
            "discord",
            "telethon",
            "pyrogram",
            "tornado",
            "websockets",
            "zmq",
            "httpx",
            "grpc",
            "nats",
            "sanic",
            "quart");

    private final StageChanges changes;
    private final Awaitables awaitables;
    private final Semantics semantics;
    private final Module module;

    LoopRuns(StageChanges changes, Awaitables awaitables) {
        this.changes = changes;
        this.awaitables = awaitables;
        semantics = changes.semantics();
        module = changes.file().module();
    }

    void plan() {
        if (!TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY37)) {
            return;
        }
        for (Call run : module.findAll(Call.class)) {
            if (run.func() instanceof Attribute method
                    && method.attr().is("run_until_complete")
                    && !LoopUses.isShutdown(run)
                    && !isInAsyncFunction(run)) {
                plan(run, method.value());
            }
        }
    }

    private boolean isInAsyncFunction(Call call) {
        Scope around = semantics.functionAround(call);
        return around != null && around.isAsyncFunction();
    }

    private void plan(Call run, Expression loop) {
        Call getter = getterOf(loop);
        if (getter == null) {
            return;
        }
        LoopUses uses = loop instanceof Name name ? LoopUses.of(semantics, name, run) : LoopUses.NONE;
        Verdict verdict = judge(run, getter, uses);
        String what = "running the coroutine on a loop of its own becomes asyncio.run";
        if (changes.accepts(run, verdict, "loop-run", what)) {
            rewrite(run, uses);
        }
    }

    /** Returns the call that gives a loop: the expression itself, or the only one assigned to its name. */
    private Call getterOf(Expression loop) {
        Expression value = loop;
        if (loop instanceof Name name) {
            Binding binding = semantics.bindingOf(name);
            Definition only = binding == null ? null : binding.onlyDefinition();
            value = only != null
                            && only.site() instanceof Assign assign
                            && assign.targets().size() == 1
                    ? only.value()
                    : null;
        }
        if (!(value instanceof Call call) || !call.arguments().isEmpty()) {
            return null;
        }
        String name = semantics.qualifiedName(call.func());
        return name != null && GETTERS.contains(name) ? call : null;
    }

    private Verdict judge(Call run, Call getter, LoopUses uses) {
        if (run.arguments().size() != 1
                || !(run.arguments().first() instanceof Expression argument)
                || awaitables.of(argument) != Kind.COROUTINE
                || !(argument instanceof Call)) {
            return Verdict.refuse(
                    "not-a-coroutine",
                    "asyncio.run takes a coroutine, and this is not known to be one: move it into an async function");
        }
        if (uses.other() != null) {
            return Verdict.refuse(
                    "loop-used-elsewhere",
                    "the loop is used in line " + uses.other().line()
                            + " too: let the coroutine ask asyncio.get_running_loop() for it");
        }
        String made = semantics.qualifiedName(((Call) argument).func());
        if (made != null && BOUND_RESULTS.contains(made)) {
            return Verdict.refuse(
                    "loop-bound-object",
                    "what " + made + " gives belongs to the loop, which asyncio.run closes: use it inside a coroutine");
        }
        Call started = startedBefore(run, getter, uses);
        if (started != null) {
            return Verdict.refuse(
                    "loop-bound-object",
                    "line " + started.line() + " works with the old loop: move it into the coroutine first");
        }
        Call other = otherLoopUse(run, getter, uses);
        if (other != null) {
            return Verdict.unsafe(
                    "loop-bound-object",
                    "line " + other.line() + " may belong to the old loop: make it inside the coroutine");
        }
        if (semantics.functionAround(run) != null) {
            return Verdict.unsafe(
                    "loop-outlives-call", "the loop used to stay open, for callers that use it after this function");
        }
        return dropsTasks()
                ? Verdict.unsafe("leftover-tasks", "tasks that nothing waits for are cancelled now when it ends")
                : Verdict.SAFE;
    }

    /** Returns a call beside the run that certainly has to do with the old loop: a task, another use of the loop. */
    private Call startedBefore(Call run, Call getter, LoopUses uses) {
        Scope around = semantics.functionAround(run);
        for (Call call : module.findAll(Call.class)) {
            String name =
                    call == run || call == getter || uses.removes(call) || semantics.functionAround(call) != around
                            ? null
                            : semantics.qualifiedName(call.func());
            boolean isDroppedRun = name != null && GETTERS.contains(name) && isDroppedRun(call) && isDroppedRun(getter);
            if (name != null && STARTED.contains(name) && !isDroppedRun && !isSet(call)) {
                return call;
            }
        }
        return null;
    }

    /** Returns whether a statement runs something on a loop that it asks for itself. */
    private boolean isDroppedRun(Call getter) {
        Path path = semantics.path(getter);
        return path.parent() instanceof Attribute method
                && method.attr().is("run_until_complete")
                && path.ancestor(2) instanceof Call
                && path.ancestor(3) instanceof ExpressionStatement;
    }

    /** Returns whether a loop is made to be the current one. */
    private boolean isSet(Call getter) {
        return semantics.path(getter).parent() instanceof Call outer
                && "asyncio.set_event_loop".equals(semantics.qualifiedName(outer.func()));
    }

    /** Returns a call outside of coroutines that may bind to the old loop. */
    private Call otherLoopUse(Call run, Call getter, LoopUses uses) {
        for (Call call : module.findAll(Call.class)) {
            String name = call == run || call == getter || isInAsyncFunction(call) || uses.removes(call)
                    ? null
                    : semantics.qualifiedName(call.func());
            if (name != null && (BOUND_TO_LOOP.contains(name) || isOfAsynchronousLibrary(name))) {
                return call;
            }
        }
        return null;
    }

    /** Clients and sessions often ask for the current loop when they are made. */
    private static boolean isOfAsynchronousLibrary(String name) {
        String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return !root.equals("asyncio")
                && (root.contains("aio") || root.contains("async") || ASYNCHRONOUS_LIBRARIES.contains(root));
    }

    private boolean dropsTasks() {
        for (ExpressionStatement statement : module.findAll(ExpressionStatement.class)) {
            if (statement.value() instanceof Call call && awaitables.of(call) == Kind.FUTURE) {
                return true;
            }
        }
        return false;
    }

    private void rewrite(Call run, LoopUses uses) {
        Expression function = changes.imports().ensure("asyncio", "run", run);
        changes.replace(run, run.withFunc(function));
        Set<Statement> removed = uses.removable();
        List<Statement> rest = new ArrayList<>(removed);
        for (Try statement : module.findAll(Try.class)) {
            if (statement.finalBody() != null
                    && removed.containsAll(statement.finalBody().body().statements())
                    && statement.orElse() == null) {
                rest.removeAll(statement.finalBody().body().statements());
                if (statement.handlers().isEmpty()) {
                    changes.replace(statement, statement.body().statements());
                } else {
                    changes.remove(statement.finalBody());
                }
            }
        }
        rest.forEach(changes::remove);
        changes.imports().removeIfUnused("asyncio.get_event_loop");
        changes.imports().removeIfUnused("asyncio.new_event_loop");
    }
}
