package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Starred;

/** Calls that run a coroutine on a loop of their own, which fails inside a running loop unless it was patched. */
final class NestedLoops {
    static final String ASYNC_TO_SYNC = "asgiref.sync.async_to_sync";

    private NestedLoops() {}

    /** Returns whether a call is {@code async_to_sync(f)(...)}. */
    static boolean isAsyncToSync(Call call, Semantics semantics) {
        return call.func() instanceof Call wrapper
                && ASYNC_TO_SYNC.equals(semantics.qualifiedName(wrapper.func()))
                && onlyArgument(wrapper) != null;
    }

    static Verdict judge(Call call, Semantics semantics) {
        if (!(call.func() instanceof Call) && onlyArgument(call) == null) {
            return Verdict.refuse(
                    "unknown-arguments", "only a call with one argument, by position, can be replaced by an await");
        }
        boolean isPatched = semantics.module().findAll(Call.class).stream()
                .anyMatch(other -> "nest_asyncio.apply".equals(semantics.qualifiedName(other.func())));
        return isPatched
                ? Verdict.SAFE
                : Verdict.unsafe(
                        "nested-loop",
                        "so far it raised RuntimeError here, as a loop is running already, and now it works");
    }

    /** Returns what is to be awaited instead. */
    static Expression argumentOf(Call call) {
        return call.func() instanceof Call wrapper ? call.withFunc(onlyArgument(wrapper)) : onlyArgument(call);
    }

    private static Expression onlyArgument(Call call) {
        Argument first = call.arguments().size() == 1 ? call.arguments().first() : null;
        return first instanceof Expression expression && !(first instanceof Starred) ? expression : null;
    }
}
