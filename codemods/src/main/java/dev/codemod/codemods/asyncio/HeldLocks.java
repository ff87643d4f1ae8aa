package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Node;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The locks of threads that a function holds, as far as its text shows.
 *
 * <p>Careful on purpose: a lock counts as held from the line of its {@code acquire()} to the next {@code release()}, in
 * whatever branch either stands, and anything whose name says lock, mutex, semaphore or condition is one.
 */
final class HeldLocks {
    private static final List<String> LOCK_WORDS = List.of("lock", "mutex", "semaphore", "condition");

    private record Event(int token, String lock, boolean isAcquire) {}

    private final List<Event> events = new ArrayList<>();

    private HeldLocks() {}

    /** Reads the calls of {@code acquire} and {@code release} in a function, those that are awaited excluded. */
    static HeldLocks of(FunctionDef function) {
        HeldLocks locks = new HeldLocks();
        Set<Node> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
        function.findAll(Await.class).forEach(await -> awaited.add(await.value()));
        for (Call call : function.findAll(Call.class)) {
            if (call.func() instanceof Attribute method && !awaited.contains(call)) {
                locks.add(call, method);
            }
        }
        return locks;
    }

    private void add(Call call, Attribute method) {
        if (method.attr().is("acquire") || method.attr().is("release")) {
            events.add(new Event(
                    call.firstToken(),
                    method.value().sourceText(),
                    method.attr().is("acquire")));
        }
    }

    /** Returns the text of a lock that is held at a node, or null. */
    String heldAt(Node node) {
        String held = null;
        for (Event event : events) {
            if (event.token() < node.firstToken()) {
                if (event.isAcquire()) {
                    held = event.lock();
                } else if (event.lock().equals(held)) {
                    held = null;
                }
            }
        }
        return held;
    }

    /** Returns the text of a {@code with} item that holds a lock of a thread, or null. */
    static String lockOf(WithItem item) {
        Expression context = item.context();
        Expression named = context instanceof Call call ? call.func() : context;
        String name = named instanceof Attribute attribute ? attribute.attr().sourceText() : named.sourceText();
        String lower = name.toLowerCase(Locale.ROOT);
        return LOCK_WORDS.stream().anyMatch(lower::contains) ? context.sourceText() : null;
    }
}
