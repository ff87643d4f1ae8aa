package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import dev.codemod.tree.YieldFrom;
import java.util.List;

/**
 * Turns {@code @asyncio.coroutine} generators into {@code async def}.
 *
 * <p>{@code yield from} accepts any iterable there, {@code await} only what can be awaited (PEP 492): what is delegated
 * to decides whether the rewrite is safe.
 */
final class LegacyCoroutines {
    private static final Snippet<Statement> HOLD = Snippet.statement("async with $lock:\n    pass");
    private static final Snippet<Statement> HOLD_AS = Snippet.statement("async with $lock as $target:\n    pass");

    private final StageChanges changes;
    private final Awaitables awaitables;
    private final Semantics semantics;
    private final Module module;
    private final LegacyCoroutineJudge judge;
    private final LegacyLocks legacyLocks;

    LegacyCoroutines(StageChanges changes, Awaitables awaitables, ProjectCoroutines ofProject) {
        this.changes = changes;
        this.awaitables = awaitables;
        semantics = changes.semantics();
        module = changes.file().module();
        legacyLocks = new LegacyLocks(awaitables);
        judge = new LegacyCoroutineJudge(semantics, awaitables, ofProject, TargetPython.of(changes.file()));
    }

    void plan() {
        for (FunctionDef function : module.findAll(FunctionDef.class)) {
            Decorator decorator = function.isAsync() ? null : awaitables.legacyDecorator(function);
            if (decorator != null) {
                Verdict verdict = judge.judge(function);
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

    private void rewrite(FunctionDef function) {
        NodeList<Decorator> decorators = function.decorators();
        for (Decorator each : function.decorators()) {
            decorators = awaitables.isLegacy(each) ? decorators.without(each) : decorators;
        }
        changes.replace(function, function.withDecorators(decorators).withAsync(true));
        List<With> locks = OwnCode.findAll(function, With.class);
        for (With statement : locks) {
            if (statement.items().stream().allMatch(legacyLocks::holdsLock)) {
                changes.replace(statement, statement.withAsync(true));
                for (WithItem item : statement.items()) {
                    changes.replace(item, heldLock(item));
                }
            }
        }
        List<YieldFrom> delegations = OwnCode.findAll(function, YieldFrom.class);
        for (YieldFrom delegation : delegations) {
            if (!legacyLocks.areHolding(delegation, locks)) {
                changes.replace(delegation, await(delegation.value()));
            }
        }
        List<ExpressionStatement> yields = LegacyCoroutineJudge.bareYields(function);
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

    private static Await await(Expression value) {
        return (Await) Snippet.expression("await $value").bind("value", value).build();
    }
}
