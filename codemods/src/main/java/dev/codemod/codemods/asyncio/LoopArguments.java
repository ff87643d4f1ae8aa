package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Try;
import java.util.Set;

/** Removes the {@code loop} arguments that asyncio no longer takes since Python 3.10. */
final class LoopArguments {
    /** What lost its loop parameter, from "What's New In Python 3.10". */
    private static final Set<String> WITHOUT_LOOP = Set.of(
            "asyncio.sleep",
            "asyncio.wait",
            "asyncio.wait_for",
            "asyncio.gather",
            "asyncio.shield",
            "asyncio.as_completed",
            "asyncio.Lock",
            "asyncio.Event",
            "asyncio.Condition",
            "asyncio.Semaphore",
            "asyncio.BoundedSemaphore",
            "asyncio.Queue",
            "asyncio.PriorityQueue",
            "asyncio.LifoQueue",
            "asyncio.open_connection",
            "asyncio.start_server",
            "asyncio.open_unix_connection",
            "asyncio.start_unix_server",
            "asyncio.create_subprocess_exec",
            "asyncio.create_subprocess_shell");

    private static final Set<String> CURRENT_LOOP = Set.of("asyncio.get_event_loop", "asyncio.get_running_loop");

    private final StageChanges changes;
    private final Semantics semantics;

    LoopArguments(StageChanges changes) {
        this.changes = changes;
        semantics = changes.semantics();
    }

    void plan() {
        for (Call call : changes.file().module().findAll(Call.class)) {
            Keyword loop = loopOf(call);
            String name = loop == null ? null : semantics.qualifiedName(call.func());
            if (name != null && WITHOUT_LOOP.contains(name) && !isFallback(call)) {
                String what = name + " takes no loop since Python 3.10: the argument is removed";
                if (changes.accepts(loop, judge(call, loop.value()), "loop-argument", what)) {
                    changes.remove(loop);
                }
            }
        }
    }

    /** Returns whether the call without the argument was tried before. */
    private boolean isFallback(Call call) {
        ExceptHandler handler = semantics.path(call).enclosing(ExceptHandler.class);
        Try whole = handler == null ? null : semantics.path(handler).enclosing(Try.class);
        return whole != null
                && whole.body().findAll(Call.class).stream()
                        .anyMatch(tried ->
                                tried.func().sourceText().equals(call.func().sourceText()));
    }

    private static Keyword loopOf(Call call) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword
                    && keyword.name() != null
                    && keyword.name().is("loop")) {
                return keyword;
            }
        }
        return null;
    }

    private Verdict judge(Call call, Expression loop) {
        if (loop.is("None") || isCurrentLoop(call, loop)) {
            return Verdict.SAFE;
        }
        if (!(loop instanceof Name) && !isPath(loop)) {
            return Verdict.refuse("loop-has-effects", "the argument is computed by a call: give it a name first");
        }
        boolean failsAnyway = TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY310);
        return Verdict.unsafe(
                "other-loop",
                "nothing here shows that " + loop.sourceText() + " is the running loop"
                        + (failsAnyway ? "; the call raises TypeError as it is" : ""));
    }

    private static boolean isPath(Expression expression) {
        return expression instanceof Attribute attribute
                && (attribute.value() instanceof Name || isPath(attribute.value()));
    }

    /** Returns whether a loop is the one that the function asked asyncio for itself. */
    private boolean isCurrentLoop(Call call, Expression loop) {
        Expression value = loop;
        if (loop instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            Scope around = semantics.functionAround(call);
            value = only == null || only.value() == null || semantics.functionAround(only.value()) != around
                    ? null
                    : only.value();
        }
        if (!(value instanceof Call getter) || !getter.arguments().isEmpty()) {
            return false;
        }
        String name = semantics.qualifiedName(getter.func());
        return name != null && CURRENT_LOOP.contains(name);
    }
}
