package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.BlockingCall.Replacement;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
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
    /** What a {@code with} statement does to a lock. */
    static final BlockingCall ENTERED = new BlockingCall("threading.Lock", Replacement.THREAD, Caveat.NONE, false);

    private static final List<String> LOCK_WORDS = List.of("lock", "mutex", "semaphore", "condition");

    private static final Set<String> LOCK_TYPES = Set.of(
            "threading.Lock",
            "threading.RLock",
            "threading.Condition",
            "threading.Semaphore",
            "threading.BoundedSemaphore",
            "multiprocessing.Lock",
            "multiprocessing.RLock",
            "multiprocessing.Condition",
            "multiprocessing.Semaphore",
            "multiprocessing.BoundedSemaphore");

    private record Event(int token, String lock, boolean isAcquire) {}

    private final List<Event> events = new ArrayList<>();

    private HeldLocks() {}

    /** Reads the calls of {@code acquire} and {@code release} in a function, those that are awaited excluded. */
    static HeldLocks of(FunctionDef function, Set<String> names) {
        HeldLocks locks = new HeldLocks();
        Set<Node> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
        function.findAll(Await.class).forEach(await -> awaited.add(await.value()));
        for (Call call : function.findAll(Call.class)) {
            if (call.func() instanceof Attribute method && !awaited.contains(call)) {
                locks.add(call, method);
                locks.addEntered(call, method, names);
            }
        }
        return locks;
    }

    /** An exit stack holds a lock to its own end; here, to the end of the function. */
    private void addEntered(Call call, Attribute method, Set<String> names) {
        if (method.attr().is("enter_context")
                && call.arguments().size() == 1
                && call.arguments().first() instanceof Expression context
                && isLock(context, names)) {
            events.add(new Event(call.firstToken(), context.sourceText(), true));
        }
    }

    /** Returns the last parts of the names to which a file assigns a lock of threads or processes. */
    static Set<String> namesOfLocks(Module module, Semantics semantics) {
        Set<String> names = new HashSet<>();
        for (Assign statement : module.findAll(Assign.class)) {
            statement.targets().forEach(target -> addIfLock(target, statement.value(), semantics, names));
        }
        for (AnnAssign statement : module.findAll(AnnAssign.class)) {
            addIfLock(statement.target(), statement.value(), semantics, names);
        }
        return names;
    }

    private static void addIfLock(Expression target, Expression value, Semantics semantics, Set<String> names) {
        if (value instanceof Call call) {
            String made = semantics.qualifiedName(call.func());
            if (made != null && LOCK_TYPES.contains(made)) {
                names.add(lastName(target));
            }
        }
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
        Set<String> held = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.token() < node.firstToken()) {
                if (event.isAcquire()) {
                    held.add(event.lock());
                } else {
                    held.remove(event.lock());
                }
            }
        }
        return held.isEmpty() ? null : held.iterator().next();
    }

    /** Returns the text of a {@code with} item that holds a lock of a thread, or null. */
    static String lockOf(WithItem item, Set<String> names) {
        return isLock(item.context(), names) ? item.context().sourceText() : null;
    }

    /** Returns whether a {@code with} item is a lock that the file makes as one of threads or processes. */
    static boolean isOfThreads(WithItem item, Set<String> names) {
        return !(item.context() instanceof Call) && names.contains(lastName(item.context()));
    }

    /** Returns the first await of a statement's body, in the function that the statement is in; null if there is none. */
    static Node awaitIn(With statement, Semantics semantics) {
        for (Await await : statement.body().findAll(Await.class)) {
            if (semantics.functionAround(await) == semantics.functionAround(statement)) {
                return await;
            }
        }
        return null;
    }

    /** Judges a lock that is held by {@code with}, for which no thread can stand in. */
    static Verdict judge(WithItem item, Node await) {
        String lock = item.context().sourceText();
        return await == null
                ? Verdict.refuse(
                        "thread-lock",
                        "the event loop waits here as long as another thread holds " + lock
                                + ": keep that short, or use a lock of the event loop")
                : Verdict.refuse(
                        "holding-lock",
                        lock + " is held across the await in line " + await.line()
                                + ", and another task that waits for it would block the loop for good: use a lock of the event"
                                + " loop");
    }

    private static boolean isLock(Expression context, Set<String> names) {
        String name = lastName(context instanceof Call call ? call.func() : context);
        String lower = name.toLowerCase(Locale.ROOT);
        return names.contains(name) || LOCK_WORDS.stream().anyMatch(lower::contains);
    }

    private static String lastName(Expression expression) {
        return expression instanceof Attribute attribute ? attribute.attr().sourceText() : expression.sourceText();
    }
}
