package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.project.Use;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Constant;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Turns {@code @asyncio.coroutine} generators into {@code async def}.
 *
 * <p>{@code yield from} accepts any iterable there, {@code await} only what can be awaited (PEP 492): what is delegated
 * to decides whether the rewrite is safe.
 */
final class LegacyCoroutines {
    /** The special methods whose results Python, or their callers, await. */
    private static final Set<String> ASYNC_METHODS = Set.of("__aenter__", "__aexit__", "__anext__", "__call__");

    private static final Set<String> LOCKS =
            Set.of("asyncio.Lock", "asyncio.Semaphore", "asyncio.BoundedSemaphore", "asyncio.Condition");

    private static final Set<String> CONSUMERS = Set.of(
            "builtins.next",
            "builtins.iter",
            "builtins.list",
            "builtins.tuple",
            "builtins.set",
            "builtins.sum",
            "builtins.any",
            "builtins.all",
            "inspect.isgeneratorfunction",
            "inspect.isgenerator");

    private static final Snippet<Statement> HOLD = Snippet.statement("async with $lock:\n    pass");
    private static final Snippet<Statement> HOLD_AS = Snippet.statement("async with $lock as $target:\n    pass");

    private final StageChanges changes;
    private final Awaitables awaitables;
    private final Semantics semantics;
    private final Module module;
    private final ProjectCoroutines ofProject;
    private Set<FunctionDef> consumed;

    LegacyCoroutines(StageChanges changes, Awaitables awaitables, ProjectCoroutines ofProject) {
        this.ofProject = ofProject;
        this.changes = changes;
        this.awaitables = awaitables;
        semantics = changes.semantics();
        module = changes.file().module();
    }

    void plan() {
        for (FunctionDef function : module.findAll(FunctionDef.class)) {
            Decorator decorator = function.isAsync() ? null : awaitables.legacyDecorator(function);
            if (decorator != null) {
                Verdict verdict = judge(function);
                String what = function.name().sourceText() + " is a coroutine of the old style: becomes async def";
                if (changes.accepts(function.name(), verdict, "legacy-coroutine", what)) {
                    rewrite(function);
                }
            }
        }
        boolean imports = module.findAll(ImportFrom.class).stream()
                .anyMatch(statement -> statement.sourceText().contains("coroutine"));
        for (Call call : module.findAll(Call.class)) {
            boolean mayBe = call.func() instanceof Attribute attribute
                    ? attribute.attr().is("coroutine")
                    : imports && call.func() instanceof Name;
            if (mayBe && awaitables.isLegacy(call.func())) {
                Verdict verdict = Verdict.refuse("decorates-by-call", "write an async function instead");
                changes.accepts(call, verdict, "", "asyncio.coroutine is gone since Python 3.11");
            }
        }
    }

    // ---------------------------------------------------------------- verdicts

    private Verdict judge(FunctionDef function) {
        Verdict verdict = judgeSurroundings(function);
        List<With> locks = OwnCode.findAll(function, With.class);
        List<YieldFrom> delegations = OwnCode.findAll(function, YieldFrom.class);
        for (YieldFrom delegation : delegations) {
            verdict = isHeldLock(delegation, locks) ? verdict : verdict.and(judge(delegation));
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
        if (!TargetPython.of(changes.file()).isAtLeast(LanguageLevel.PY37) && delegatesInString(function)) {
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
        if (consumed().contains(function)) {
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
        return function.findAll(Name.class).stream().anyMatch(LegacyCoroutines::isKeyword)
                || function.findAll(Identifier.class).stream().anyMatch(LegacyCoroutines::isKeyword);
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
            if (item.context() instanceof YieldFrom delegation && isHold(delegation)) {
                delegating++;
                String type = awaitables.typeOf(delegation.value());
                if (type == null || !LOCKS.contains(type)) {
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

    private static List<ExpressionStatement> bareYields(FunctionDef function) {
        List<ExpressionStatement> bare = new ArrayList<>();
        for (ExpressionStatement statement : OwnCode.findAll(function, ExpressionStatement.class)) {
            if (statement.value() instanceof Yield yielded && yielded.value() == null) {
                bare.add(statement);
            }
        }
        return bare;
    }

    // ---------------------------------------------------------------- uses as a generator

    private Set<FunctionDef> consumed() {
        if (consumed == null) {
            consumed = Collections.newSetFromMap(new IdentityHashMap<>());
            addDelegatedTo();
            module.findAll(For.class).forEach(loop -> addConsumed(loop.isAsync() ? null : loop.iter()));
            module.findAll(Comprehension.class).forEach(clause -> addConsumed(clause.isAsync() ? null : clause.iter()));
            module.findAll(Starred.class).forEach(starred -> addConsumed(starred.value()));
            module.findAll(Call.class).forEach(this::addConsumedBy);
        }
        return consumed;
    }

    private void addDelegatedTo() {
        for (FunctionDef function : module.findAll(FunctionDef.class)) {
            if (!function.isAsync() && awaitables.legacyDecorator(function) == null) {
                OwnCode.findAll(function, YieldFrom.class).forEach(delegation -> addConsumed(delegation.value()));
            }
        }
    }

    private void addConsumedBy(Call call) {
        String name = semantics.qualifiedName(call.func());
        boolean sends = call.func() instanceof Attribute method
                && (method.attr().is("send")
                        || method.attr().is("throw")
                        || method.attr().is("__next__"));
        if (sends) {
            addConsumed(((Attribute) call.func()).value());
        } else if (name != null && CONSUMERS.contains(name) && !call.arguments().isEmpty()) {
            if (call.arguments().first() instanceof Expression argument) {
                addConsumed(argument);
                addFunction(argument);
            }
        }
    }

    private void addConsumed(Expression consumedValue) {
        Expression value = consumedValue;
        if (value instanceof Name name && semantics.singleAssignment(name) != null) {
            value = semantics.singleAssignment(name).value();
        }
        if (value instanceof Call call) {
            addFunction(call.func());
            FunctionDef through = awaitables.functionOf(call.func());
            if (through != null && !through.isAsync() && awaitables.legacyDecorator(through) == null) {
                for (Return statement : OwnCode.findAll(through, Return.class)) {
                    if (statement.value() instanceof Call returned) {
                        addFunction(returned.func());
                    }
                }
            }
        }
    }

    private void addFunction(Expression callee) {
        FunctionDef function = awaitables.functionOf(callee);
        if (function != null) {
            consumed.add(function);
        }
    }

    // ---------------------------------------------------------------- rewriting

    private void rewrite(FunctionDef function) {
        NodeList<Decorator> decorators = function.decorators();
        for (Decorator each : function.decorators()) {
            decorators = awaitables.isLegacy(each) ? decorators.without(each) : decorators;
        }
        changes.replace(function, function.withDecorators(decorators).withAsync(true));
        List<With> locks = OwnCode.findAll(function, With.class);
        for (With statement : locks) {
            if (statement.items().stream().allMatch(this::isLock)) {
                changes.replace(statement, statement.withAsync(true));
                for (WithItem item : statement.items()) {
                    changes.replace(item, heldLock(item));
                }
            }
        }
        List<YieldFrom> delegations = OwnCode.findAll(function, YieldFrom.class);
        for (YieldFrom delegation : delegations) {
            if (!isHeldLock(delegation, locks)) {
                changes.replace(delegation, await(delegation.value()));
            }
        }
        List<ExpressionStatement> yields = bareYields(function);
        for (ExpressionStatement statement : yields) {
            Expression sleep = Snippet.expression("await $sleep(0)")
                    .bind("sleep", changes.imports().ensure("asyncio", "sleep", statement))
                    .build();
            changes.replace(statement.value(), sleep);
        }
        if (delegations.isEmpty() && yields.isEmpty()) {
            awaitReturned(function);
        }
        changes.imports().removeIfUnused("asyncio.coroutine");
        changes.imports().removeIfUnused("asyncio");
    }

    private void awaitReturned(FunctionDef function) {
        for (Return statement : OwnCode.findAll(function, Return.class)) {
            if (statement.value() != null && awaitables.of(statement.value()) != Kind.UNKNOWN) {
                changes.replace(statement.value(), await(statement.value()));
            }
        }
    }

    /** A new item: the old one keeps the parentheses that {@code yield from} needed. */
    private static WithItem heldLock(WithItem item) {
        Expression lock = ((YieldFrom) item.context()).value();
        Snippet<Statement> template = item.target() == null ? HOLD : HOLD_AS.bind("target", item.target());
        return ((With) template.bind("lock", lock).build()).items().first();
    }

    /** A call gives a lock only if its type says so: {@code with (yield from pool.acquire())} holds what is acquired. */
    private boolean isHold(YieldFrom delegation) {
        String type = delegation.value() instanceof Call ? awaitables.typeOf(delegation.value()) : null;
        return !(delegation.value() instanceof Call) || type != null && LOCKS.contains(type);
    }

    private boolean isLock(WithItem item) {
        return item.context() instanceof YieldFrom delegation && isHold(delegation);
    }

    private boolean isHeldLock(YieldFrom delegation, List<With> statements) {
        return statements.stream()
                .anyMatch(statement ->
                        statement.items().stream().anyMatch(item -> item.context() == delegation && isLock(item)));
    }

    private static Await await(Expression value) {
        return (Await) Snippet.expression("await $value").bind("value", value).build();
    }
}
