package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.project.Use;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges whether coroutines of the old style may become {@code async def}. */
final class LegacyCoroutineJudge {
    /** The special methods whose results Python, or their callers, await. */
    private static final Set<String> ASYNC_METHODS = Set.of("__aenter__", "__aexit__", "__anext__", "__call__");

    private final Awaitables awaitables;
    private final Semantics semantics;
    private final ProjectCoroutines ofProject;
    private final TargetPython python;
    private final LegacyLocks legacyLocks;
    private final ConsumedGenerators consumed;

    LegacyCoroutineJudge(Semantics semantics, Awaitables awaitables, ProjectCoroutines ofProject, TargetPython python) {
        this.semantics = semantics;
        this.awaitables = awaitables;
        this.ofProject = ofProject;
        this.python = python;
        legacyLocks = new LegacyLocks(awaitables);
        consumed = new ConsumedGenerators(semantics, awaitables);
    }

    /** Returns what may be done with a function. */
    Verdict judge(FunctionDef function) {
        Verdict verdict = judgeSurroundings(function);
        List<With> locks = OwnCode.findAll(function, With.class);
        List<YieldFrom> delegations = OwnCode.findAll(function, YieldFrom.class);
        for (YieldFrom delegation : delegations) {
            verdict = legacyLocks.areHolding(delegation, locks) ? verdict : verdict.and(judge(delegation));
        }
        List<Yield> yields = OwnCode.findAll(function, Yield.class);
        if (yields.size() != bareYields(function).size()) {
            verdict = verdict.and(Verdict.refuse(
                    "yields-values", "it yields values, which async def cannot do for an event loop: use a future"));
        }
        for (With statement : locks) {
            verdict = verdict.and(judge(statement));
        }
        if (delegations.isEmpty() && yields.isEmpty()) {
            for (Return statement : OwnCode.findAll(function, Return.class)) {
                verdict = verdict.and(judge(statement));
            }
        }
        return verdict;
    }

    private Verdict judgeSurroundings(FunctionDef function) {
        String name = function.name().sourceText();
        if (name.startsWith("__") && name.endsWith("__") && !ASYNC_METHODS.contains(name)) {
            return Verdict.refuse("special-method", "Python expects no coroutine of " + name);
        }
        if (!python.isAtLeast(LanguageLevel.PY37) && delegatesInString(function)) {
            return Verdict.refuse(
                    "await-in-f-string", "await in an f-string is a syntax error before Python 3.7: use a variable");
        }
        if (usesKeywordsAsNames(function)) {
            return Verdict.refuse(
                    "await-is-a-name", "it uses async or await as a name, which are keywords in async def");
        }
        if (countAll(function) != 0) {
            return Verdict.refuse(
                    "inside-comprehension", "it delegates inside a comprehension or a lambda: write a loop first");
        }
        for (Raise raise : OwnCode.findAll(function, Raise.class)) {
            Expression raised = raise.exc() instanceof Call call ? call.func() : raise.exc();
            if (raised != null && "builtins.StopIteration".equals(semantics.qualifiedName(raised))) {
                return Verdict.refuse(
                        "raises-stop-iteration", "it raises StopIteration, an error in async def: return instead");
            }
        }
        if (consumed.contains(function)) {
            return Verdict.refuse(
                    "used-as-generator",
                    "a generator delegates to it, or something iterates over it: convert that first");
        }
        Use byGenerator = ofProject.calledByGenerators().get(name);
        if (byGenerator != null) {
            return Verdict.refuse(
                    "used-as-generator",
                    byGenerator.path() + ":" + byGenerator.line() + " calls "
                            + byGenerator.name().replace("?.", "")
                            + " in a plain generator, which cannot delegate to a coroutine: convert that first");
        }
        return function.decorators().stream().allMatch(awaitables::isPlain)
                ? Verdict.SAFE
                : Verdict.unsafe(
                        "other-decorator",
                        "another decorator sees a coroutine function instead of a generator function: check it");
    }

    private static boolean delegatesInString(FunctionDef function) {
        return OwnCode.findAll(function, JoinedStr.class).stream()
                .anyMatch(string -> !string.findAll(YieldFrom.class).isEmpty());
    }

    private static boolean usesKeywordsAsNames(FunctionDef function) {
        return function.findAll(Name.class).stream().anyMatch(LegacyCoroutineJudge::isKeyword)
                || function.findAll(Identifier.class).stream().anyMatch(LegacyCoroutineJudge::isKeyword);
    }

    private static boolean isKeyword(Node name) {
        return name.is("async") || name.is("await");
    }

    /** Returns how many delegations stand in comprehensions and lambdas of the function. */
    private static int countAll(FunctionDef function) {
        int all = function.body().findAll(YieldFrom.class).size();
        for (FunctionDef own : function.findAll(FunctionDef.class)) {
            all -= OwnCode.findAll(own, YieldFrom.class).size();
        }
        for (Lambda lambda : function.body().findAll(Lambda.class)) {
            all -= lambda.body().findAll(YieldFrom.class).size();
        }
        return all;
    }

    private Verdict judge(YieldFrom delegation) {
        if (isPlainValue(delegation.value()) || delegation.value() instanceof GeneratorExp) {
            return Verdict.refuse(
                    "delegates-to-generator",
                    "line " + delegation.line() + " delegates to what is no awaitable: it yields values");
        }
        Kind kind = awaitables.of(delegation.value());
        return switch (kind) {
            case COROUTINE, FUTURE -> Verdict.SAFE;
            case GENERATOR ->
                Verdict.refuse(
                        "delegates-to-generator",
                        "line " + delegation.line() + " delegates to a plain generator, which cannot be awaited");
            case UNKNOWN ->
                Verdict.unsafe(
                        "may-be-a-generator",
                        "line " + delegation.line() + " delegates to what nobody here knows: await accepts no plain"
                                + " generator");
        };
    }

    /** {@code with (yield from lock)} held the lock; the {@code as} name of asyncio's locks is None both ways. */
    private Verdict judge(With statement) {
        Verdict verdict = Verdict.SAFE;
        int delegating = 0;
        for (WithItem item : statement.items()) {
            if (item.context() instanceof YieldFrom delegation && legacyLocks.holds(delegation)) {
                delegating++;
                if (!legacyLocks.isLock(delegation.value())) {
                    verdict = verdict.and(Verdict.unsafe(
                            "may-be-no-lock",
                            "line " + delegation.line() + " becomes async with, which needs "
                                    + delegation.value().sourceText() + " to be an asynchronous context manager"));
                }
            }
        }
        return delegating == 0 || delegating == statement.items().size()
                ? verdict
                : Verdict.refuse(
                        "mixed-with", "a with statement holds a lock of asyncio beside other things: split it");
    }

    /** The decorator awaits what a function without any yield returns, if that can be awaited. */
    private Verdict judge(Return statement) {
        Expression value = statement.value();
        if (value == null || isPlainValue(value)) {
            return Verdict.SAFE;
        }
        return switch (awaitables.of(value)) {
            case COROUTINE, FUTURE -> Verdict.SAFE;
            case GENERATOR ->
                Verdict.refuse(
                        "delegates-to-generator",
                        "line " + statement.line() + " returns a plain generator, which cannot be awaited");
            case UNKNOWN ->
                Verdict.unsafe(
                        "may-return-awaitable",
                        "line " + statement.line() + " returns what the decorator would have awaited if it can be");
        };
    }

    private static boolean isPlainValue(Expression value) {
        return value instanceof Constant
                || value instanceof Tuple
                || value instanceof ListDisplay
                || value instanceof DictDisplay
                || value instanceof SetDisplay
                || value instanceof Compare
                || value instanceof ListComp;
    }

    /** Returns the statements of a function that only give way to the event loop. */
    static List<ExpressionStatement> bareYields(FunctionDef function) {
        List<ExpressionStatement> bare = new ArrayList<>();
        for (ExpressionStatement statement : OwnCode.findAll(function, ExpressionStatement.class)) {
            if (statement.value() instanceof Yield yielded && yielded.value() == null) {
                bare.add(statement);
            }
        }
        return bare;
    }
}
