package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Surroundings.Kind;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.semantics.SymbolKind;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the blocking calls of a file that an event loop reaches, and judges each by its surroundings. */
final class BlockingSiteFinder extends VoidVisitorAdapter<Surroundings> {
    private static final Set<String> CATCHES_CANCELLATION = Set.of("CancelledError", "BaseException");

    private final Semantics semantics;
    private final OffloadedFunctions offloaded;
    private final Set<Node> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> patchedNames = new HashSet<>();
    private final List<BlockingSite> sites = new ArrayList<>();
    private HeldLocks locks;

    private BlockingSiteFinder(Module module, Semantics semantics) {
        this.semantics = semantics;
        this.offloaded = OffloadedFunctions.of(module);
        module.findAll(Await.class).forEach(await -> awaited.add(await.value()));
        for (StringConstant string : module.findAll(StringConstant.class)) {
            String text = string.sourceText();
            if (text.endsWith("time.sleep'") || text.endsWith("time.sleep\"")) {
                patchedNames.add("time.sleep");
            }
        }
    }

    /** Returns the sites in source order. */
    static List<BlockingSite> find(Module module, Semantics semantics) {
        BlockingSiteFinder finder = new BlockingSiteFinder(module, semantics);
        module.accept(finder, Surroundings.module());
        return finder.sites;
    }

    @Override
    public void visit(Call n, Surroundings around) {
        BlockingCall blocking = around.isReachedFromAsync() ? BlockingCall.of(semantics.qualifiedName(n.func())) : null;
        if (blocking != null) {
            Verdict verdict = judge(n, blocking, around);
            if (verdict != null) {
                sites.add(new BlockingSite(n, blocking, verdict));
            }
        }
        super.visit(n, around);
    }

    private Verdict judge(Call call, BlockingCall blocking, Surroundings around) {
        Verdict verdict = Hazards.judge(around);
        if (verdict == null) {
            return null;
        }
        if (awaited.contains(call)) {
            return Verdict.refuse(
                    "already-awaited",
                    "its result is awaited, but " + blocking.displayName() + " returns no awaitable");
        }
        String held = locks == null ? null : locks.heldAt(call);
        if (held != null) {
            verdict = verdict.and(Verdict.refuse(
                    "holding-lock",
                    "the lock " + held
                            + " is acquired before and released after: release it first, or use a lock of the"
                            + " event loop"));
        }
        if (patchedNames.contains(blocking.name())) {
            verdict = verdict.and(Verdict.refuse(
                    "patched-by-name",
                    "a string in this file names " + blocking.name()
                            + ", probably to patch it in a test, and the patch would no longer have an effect"));
        }
        if (blocking.replacement() == BlockingCall.Replacement.SLEEP) {
            verdict = verdict.and(SleepArgument.judge(call));
        }
        return verdict;
    }

    @Override
    public void visit(FunctionDef n, Surroundings around) {
        n.decorators().forEach(decorator -> decorator.accept(this, around.inside(Kind.DECORATOR)));
        n.parameters().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        if (n.returns() != null) {
            n.returns().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        }
        HeldLocks outer = locks;
        locks = n.isAsync() ? HeldLocks.of(n) : null;
        n.body().accept(this, around.inside(kindOf(n), n.name().sourceText()));
        locks = outer;
    }

    private Kind kindOf(FunctionDef function) {
        if (function.isAsync()) {
            return Kind.ASYNC_FUNCTION;
        }
        return offloaded.contains(function.name().sourceText()) ? Kind.OFFLOADED_FUNCTION : Kind.SYNC_FUNCTION;
    }

    @Override
    public void visit(Lambda n, Surroundings around) {
        if (n.parameters() != null) {
            n.parameters().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        }
        n.body().accept(this, around.inside(offloaded.contains(n) ? Kind.OFFLOADED_FUNCTION : Kind.LAMBDA));
    }

    @Override
    public void visit(ClassDef n, Surroundings around) {
        n.decorators().forEach(decorator -> decorator.accept(this, around.inside(Kind.DECORATOR)));
        if (n.arguments() != null) {
            n.arguments().accept(this, around);
        }
        n.body().accept(this, around.inside(Kind.CLASS_BODY));
    }

    @Override
    public void visit(ListComp n, Surroundings around) {
        comprehension(n.element(), null, n.generators(), around, Kind.COMPREHENSION);
    }

    @Override
    public void visit(SetComp n, Surroundings around) {
        comprehension(n.element(), null, n.generators(), around, Kind.COMPREHENSION);
    }

    @Override
    public void visit(DictComp n, Surroundings around) {
        comprehension(n.key(), n.value(), n.generators(), around, Kind.COMPREHENSION);
    }

    @Override
    public void visit(GeneratorExp n, Surroundings around) {
        comprehension(n.element(), null, n.generators(), around, Kind.GENERATOR);
    }

    /** The first iterable is evaluated outside the comprehension, everything else inside. */
    private void comprehension(
            Expression element, Expression value, NodeList<Comprehension> clauses, Surroundings around, Kind kind) {
        Surroundings inside = around.inside(kind);
        element.accept(this, inside);
        if (value != null) {
            value.accept(this, inside);
        }
        for (int i = 0; i < clauses.size(); i++) {
            Comprehension clause = clauses.get(i);
            clause.iter().accept(this, i == 0 ? around : inside);
            clause.target().accept(this, inside);
            clause.ifs().forEach(condition -> condition.accept(this, inside));
        }
    }

    @Override
    public void visit(With n, Surroundings around) {
        Surroundings inside = around;
        for (WithItem item : n.items()) {
            item.accept(this, inside);
            String lock = n.isAsync() ? null : HeldLocks.lockOf(item);
            if (lock != null) {
                inside = inside.inside(Kind.LOCK, lock);
            }
        }
        n.body().accept(this, inside);
    }

    @Override
    public void visit(Try n, Surroundings around) {
        n.body().accept(this, around);
        n.handlers().forEach(handler -> handler.accept(this, around));
        if (n.orElse() != null) {
            n.orElse().accept(this, around);
        }
        if (n.finalBody() != null) {
            n.finalBody().accept(this, around.inside(Kind.FINALLY));
        }
    }

    @Override
    public void visit(ExceptHandler n, Surroundings around) {
        super.visit(n, catchesCancellation(n.type()) ? around.inside(Kind.CANCELLATION_HANDLER) : around);
    }

    private static boolean catchesCancellation(Expression type) {
        if (type == null) {
            return true;
        }
        if (type instanceof Tuple tuple) {
            return tuple.elements().stream().anyMatch(BlockingSiteFinder::catchesCancellation);
        }
        String name = type instanceof Attribute attribute ? attribute.attr().sourceText() : type.sourceText();
        return CATCHES_CANCELLATION.contains(name);
    }

    @Override
    public void visit(AugAssign n, Surroundings around) {
        n.target().accept(this, around);
        n.value().accept(this, isShared(n.target()) ? around.inside(Kind.SHARED_UPDATE) : around);
    }

    /** Only a name of the function's own scope is out of reach for other tasks. */
    private boolean isShared(Expression target) {
        if (!(target instanceof Name)) {
            return true;
        }
        Symbol symbol = semantics.symbolOf(target);
        return symbol == null
                || symbol.kind() != SymbolKind.LOCAL
                || symbol.scope().kind() != ScopeKind.FUNCTION;
    }
}
