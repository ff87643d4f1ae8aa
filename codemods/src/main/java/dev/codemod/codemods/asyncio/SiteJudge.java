package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.Applicability;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.With;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Judges what may be done with the blocking calls of one file, each by itself and by its surroundings. */
final class SiteJudge {
    /** What is known of the async function around a call. */
    record OfFunction(HeldLocks locks, SharedState shared) {}

    /** Functions of asyncio that want a coroutine; a blocking call as their argument is an error of its own. */
    private static final Set<String> TAKE_COROUTINES = Set.of(
            "asyncio.gather",
            "asyncio.wait_for",
            "asyncio.create_task",
            "asyncio.ensure_future",
            "asyncio.shield",
            "asyncio.run",
            "asyncio.run_coroutine_threadsafe");

    /** Functions that tell whether something can be awaited: what they are asked about may be. */
    private static final Set<String> TEST_AWAITABLES = Set.of(
            "inspect.isawaitable",
            "inspect.iscoroutine",
            "asyncio.iscoroutine",
            "asyncio.isfuture",
            "asyncio.coroutines.iscoroutine");

    private final Semantics semantics;
    private final CallClassifier classifier;
    private final Receivers receivers;
    private final ThreadArguments threadArguments;
    private final boolean hasPatchedSleep;
    private final Set<Node> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
    private OfFunction function;

    SiteJudge(Semantics semantics, CallClassifier classifier, SharedCollections collections) {
        this.semantics = semantics;
        this.classifier = classifier;
        receivers = new Receivers(semantics, classifier.types());
        threadArguments = new ThreadArguments(semantics, classifier, collections);
        hasPatchedSleep = PatchedFunctions.hasSleep(semantics.module(), semantics);
        addAwaited(semantics.module());
    }

    /** Collects what is awaited, or handed to the loop as if it were a coroutine. */
    private void addAwaited(Module module) {
        module.findAll(Await.class).forEach(await -> awaited.add(await.value()));
        for (Call call : module.findAll(Call.class)) {
            String name = semantics.qualifiedName(call.func());
            if (name != null && TAKE_COROUTINES.contains(name)) {
                call.arguments().forEach(awaited::add);
            } else if (name != null && TEST_AWAITABLES.contains(name)) {
                call.arguments().forEach(this::addTested);
            }
        }
        for (With statement : module.findAll(With.class)) {
            if (statement.isAsync()) {
                statement.items().forEach(item -> awaited.add(item.context()));
            }
        }
        for (For statement : module.findAll(For.class)) {
            if (statement.isAsync()) {
                awaited.add(statement.iter());
            }
        }
    }

    /** {@code result = load(); if inspect.isawaitable(result): result = await result} */
    private void addTested(Argument tested) {
        if (tested instanceof Name name) {
            Reaching reaching = semantics.reaching(name);
            if (reaching != null) {
                reaching.definitions().stream().map(Definition::value).forEach(awaited::add);
            }
        } else {
            awaited.add(tested);
        }
    }

    /** Goes on in another function, which is null if it is not async; returns the one before. */
    OfFunction enter(OfFunction inner) {
        OfFunction outer = function;
        function = inner;
        return outer;
    }

    /** Judges a call as something to be awaited; null if no event loop reaches it. */
    Verdict ofCall(Call call, BlockingCall blocking, Surroundings around) {
        Verdict verdict = of(call, blocking, around);
        if (verdict == null || awaited.contains(call)) {
            return verdict;
        }
        Helper helper = classifier.helperOf(call);
        if (helper != null) {
            boolean isLeft = helper.isConstructor() && helper.verdict().applicability() == Applicability.MANUAL;
            return isLeft ? null : verdict.and(helper.verdict());
        }
        boolean isSleep = blocking.replacement() == BlockingCall.Replacement.SLEEP;
        if (hasPatchedSleep && isSleep) {
            verdict = verdict.and(Verdict.refuse(
                    "patched-by-name",
                    "this file patches a sleep function, as tests do, and the patch would no longer have its effect"));
        }
        if (isSleep && ProcessState.isFrozen(around)) {
            verdict = verdict.and(Verdict.refuse(
                    "frozen-clock",
                    "freezegun stops the clock of the event loop too, so that its sleep would never end"));
        }
        if (isSleep) {
            verdict = verdict.and(SleepArgument.judge(call, semantics));
        }
        if (blocking.replacement() == BlockingCall.Replacement.ARGUMENT) {
            verdict = verdict.and(NestedLoops.judge(call, semantics));
        }
        return verdict;
    }

    /** Judges what holds for calls and for iterations; null if no event loop reaches it. */
    Verdict of(Expression at, BlockingCall blocking, Surroundings around) {
        Verdict verdict = Hazards.judge(around);
        if (verdict == null) {
            return null;
        }
        if (awaited.contains(at)) {
            if (at instanceof Call call && classifier.helperOf(call) != null) {
                // It gives an awaitable here, so what blocks in it is what it does for synchronous callers.
                return null;
            }
            return Verdict.refuse(
                    "already-awaited",
                    "its result is awaited, but " + blocking.displayName() + " returns no awaitable");
        }
        String held = function == null ? null : function.locks().heldAt(at);
        if (held != null) {
            verdict = verdict.and(Verdict.refuse(
                    "holding-lock",
                    "the lock " + held
                            + " is acquired before and released after: release it first, or use a lock of the"
                            + " event loop"));
        }
        if (function != null && function.shared().isBetweenReadAndWrite(at)) {
            verdict = verdict.and(Hazards.sharedUpdate());
        }
        return verdict;
    }

    /** Judges what may be wrong with a call in a thread, beyond what is wrong with awaiting it. */
    Verdict ofThread(Call call, BlockingCall blocking) {
        Verdict verdict = ofCaveat(blocking);
        boolean runsInThread = blocking.replacement() == BlockingCall.Replacement.THREAD;
        verdict = runsInThread ? verdict.and(threadArguments.judge(call, blocking)) : verdict;
        Expression shared = sharedObject(call);
        return shared == null
                ? verdict
                : verdict.and(Verdict.unsafe(
                        "not-thread-safe",
                        "other tasks may use " + shared.sourceText()
                                + " meanwhile, which only one thread at a time may do: give each task its own, or guard it"
                                + " with a lock of the event loop"));
    }

    /**
     * Judges what may be wrong with a list of all that a loop goes over, made by a thread.
     *
     * @param loop the statement, or null for a comprehension
     */
    Verdict ofIteration(Expression iterated, BlockingCall blocking, For loop) {
        return ofCaveat(blocking).and(Iterations.judge(iterated, blocking, loop, semantics));
    }

    /** Returns an object that one thread at a time may use and others know, on which or with which a call is made. */
    private Expression sharedObject(Call call) {
        if (call.func() instanceof Attribute method && semantics.qualifiedName(method) == null) {
            return isShared(method.value()) ? method.value() : null;
        }
        for (Argument argument : call.arguments()) {
            Argument value = argument instanceof Keyword keyword ? keyword.value() : argument;
            if (value instanceof Expression expression && isShared(expression)) {
                return expression;
            }
        }
        return null;
    }

    private boolean isShared(Expression object) {
        return classifier.types().typeOf(object).names().stream().anyMatch(BlockingCalls.table()::isSerial)
                && !receivers.isOwn(object);
    }

    private Verdict ofCaveat(BlockingCall blocking) {
        return blocking.caveat() == Caveat.THREAD_AFFINE_CONNECTION
                ? SqliteThreads.judge(semantics)
                : blocking.caveat().verdict();
    }
}
