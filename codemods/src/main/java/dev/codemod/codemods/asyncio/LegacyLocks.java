package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import dev.codemod.tree.YieldFrom;
import java.util.List;
import java.util.Set;

/** Tells {@code with (yield from lock)} of asyncio's locks from other delegations. */
final class LegacyLocks {
    private static final Set<String> LOCKS =
            Set.of("asyncio.Lock", "asyncio.Semaphore", "asyncio.BoundedSemaphore", "asyncio.Condition");

    private final Awaitables awaitables;

    LegacyLocks(Awaitables awaitables) {
        this.awaitables = awaitables;
    }

    /** Returns whether an expression is a lock of asyncio for sure. */
    boolean isLock(Expression expression) {
        String type = awaitables.typeOf(expression);
        return type != null && LOCKS.contains(type);
    }

    /** A call gives a lock only if its type says so: {@code with (yield from pool.acquire())} holds what is acquired. */
    boolean holds(YieldFrom delegation) {
        return !(delegation.value() instanceof Call) || isLock(delegation.value());
    }

    boolean holdsLock(WithItem item) {
        return item.context() instanceof YieldFrom delegation && holds(delegation);
    }

    boolean areHolding(YieldFrom delegation, List<With> statements) {
        return statements.stream()
                .anyMatch(statement ->
                        statement.items().stream().anyMatch(item -> item.context() == delegation && holdsLock(item)));
    }
}
