package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.asyncio.Surroundings.Kind;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Raise;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.Try;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the blocking calls of a file that an event loop reaches, and judges each by its surroundings. */
final class BlockingSiteFinder extends VoidVisitorAdapter<Surroundings> {
    private final Semantics semantics;
    private final CallClassifier classifier;
    private final SiteJudge judge;
    private final TargetPython python;
    private final OffloadedFunctions offloaded;
    private final Set<String> lockNames;
    private final SharedCollections collections;
    private final List<BlockingSite> sites = new ArrayList<>();

    private BlockingSiteFinder(Module module, Semantics semantics, CallClassifier classifier, TargetPython python) {
        this.semantics = semantics;
        this.classifier = classifier;
        this.python = python;
        this.offloaded = OffloadedFunctions.of(module, classifier);
        lockNames = HeldLocks.namesOfLocks(module, semantics);
        collections = SharedCollections.of(semantics);
        judge = new SiteJudge(semantics, classifier, collections);
    }

    /** Returns the sites in source order. */
    static List<BlockingSite> find(FileContext file, CallClassifier classifier) {
        Module module = file.module();
        if (!blocksInAsyncFunction(module, classifier)) {
            return List.of();
        }
        BlockingSiteFinder finder = new BlockingSiteFinder(module, file.semantics(), classifier, TargetPython.of(file));
        module.accept(finder, Surroundings.module());
        return finder.sites;
    }

    /** Most files of asynchronous projects block nowhere; what the hazards need to know is not collected for them. */
    private static boolean blocksInAsyncFunction(Module module, CallClassifier classifier) {
        Set<String> imported = Framework.importedPackages(module);
        boolean mayHoldLock = imported.contains("threading") || imported.contains("multiprocessing");
        for (FunctionDef function : module.findAll(FunctionDef.class)) {
            boolean holdsLock = mayHoldLock
                    && function.isAsync()
                    && function.findAll(With.class).stream().anyMatch(statement -> !statement.isAsync());
            if (holdsLock || function.isAsync() && blocks(function, classifier)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blocks(FunctionDef function, CallClassifier classifier) {
        for (Call call : function.findAll(Call.class)) {
            if (classifier.of(call) != null) {
                return true;
            }
        }
        return function.findAll(For.class).stream().anyMatch(loop -> classifier.ofIteration(loop.iter()) != null)
                || function.findAll(Comprehension.class).stream()
                        .anyMatch(clause -> classifier.ofIteration(clause.iter()) != null);
    }

    @Override
    public void visit(Call n, Surroundings around) {
        BlockingCall blocking = around.isReachedFromAsync() ? classifier.of(n) : null;
        if (blocking != null) {
            Verdict verdict = judge.ofCall(n, blocking, around);
            if (verdict != null) {
                sites.add(new BlockingSite(n, blocking, verdict, judge.ofThread(n, blocking)));
            }
        }
        super.visit(n, around);
    }

    @Override
    public void visit(For n, Surroundings around) {
        if (!n.isAsync()) {
            addIteration(n.iter(), n, around);
        }
        n.target().accept(this, around);
        n.iter().accept(this, around);
        n.body().accept(this, n.isAsync() ? around : insideLoop(n.iter(), around));
        if (n.orElse() != null) {
            n.orElse().accept(this, around);
        }
    }

    private Surroundings insideLoop(Expression iterated, Surroundings around) {
        Expression shared = collections.goneThroughBy(iterated);
        return shared == null ? around : around.inside(Kind.SHARED_LOOP, shared.sourceText());
    }

    private void addIteration(Expression iterated, For loop, Surroundings around) {
        BlockingCall blocking = around.isReachedFromAsync() ? classifier.ofIteration(iterated) : null;
        Verdict verdict = blocking == null ? null : judge.of(iterated, blocking, around);
        if (verdict != null) {
            Verdict ahead = judge.ofIteration(iterated, blocking, loop);
            sites.add(new BlockingSite(iterated, blocking, verdict, ahead));
        }
    }

    @Override
    public void visit(FunctionDef n, Surroundings around) {
        n.decorators().forEach(decorator -> decorator.accept(this, around.inside(Kind.DECORATOR)));
        n.parameters().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        if (n.returns() != null) {
            n.returns().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        }
        SiteJudge.OfFunction outer = judge.enter(
                n.isAsync()
                        ? new SiteJudge.OfFunction(HeldLocks.of(n, lockNames), SharedState.of(n, semantics))
                        : null);
        Decorator clock = n.isAsync() ? ProcessState.clockOf(n) : null;
        Surroundings own = around.inside(kindOf(n), n.name().sourceText());
        Surroundings inside = clock == null
                ? own
                : own.inside(Kind.PROCESS_STATE, "@" + clock.expression().sourceText());
        n.body().accept(this, n.isAsync() && n.name().is("__aexit__") ? inside.inside(Kind.FINALLY) : inside);
        judge.enter(outer);
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
            n.arguments().accept(this, n.typeParams() == null ? around : around.inside(Kind.DEFAULT_OR_ANNOTATION));
        }
        n.body().accept(this, around.inside(Kind.CLASS_BODY));
    }

    @Override
    public void visit(AnnAssign n, Surroundings around) {
        n.target().accept(this, around);
        n.annotation().accept(this, around.inside(Kind.DEFAULT_OR_ANNOTATION));
        if (n.value() != null) {
            n.value().accept(this, around);
        }
    }

    @Override
    public void visit(TypeAlias n, Surroundings around) {
        super.visit(n, around.inside(Kind.DEFAULT_OR_ANNOTATION));
    }

    /** Source text is a part of the value of {@code f"{x=}"} and of every field of a t-string. */
    @Override
    public void visit(JoinedStr n, Surroundings around) {
        if (isTemplate(n)) {
            super.visit(n, around.inside(Kind.SOURCE_TEXT));
        } else {
            super.visit(n, python.isAtLeast(LanguageLevel.PY37) ? around : around.inside(Kind.OLD_F_STRING));
        }
    }

    private static boolean isTemplate(JoinedStr string) {
        String text = string.sourceText();
        int quote = text.endsWith("'") ? text.indexOf('\'') : text.indexOf('"');
        return text.substring(0, quote).toLowerCase(Locale.ROOT).contains("t");
    }

    @Override
    public void visit(FormattedValue n, Surroundings around) {
        n.value().accept(this, n.isDebug() ? around.inside(Kind.SOURCE_TEXT) : around);
        if (n.formatSpec() != null) {
            n.formatSpec().accept(this, around);
        }
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
        boolean isOld = kind == Kind.COMPREHENSION && !python.isAtLeast(LanguageLevel.PY36);
        boolean mayNest = kind == Kind.COMPREHENSION && python.isKnown() && python.isAtLeast(LanguageLevel.PY311);
        Kind own = isOld ? Kind.OLD_COMPREHENSION : mayNest ? Kind.NESTING_COMPREHENSION : kind;
        Surroundings inside = insideLoops(clauses, around.inside(own));
        element.accept(this, inside);
        if (value != null) {
            value.accept(this, inside);
        }
        for (int i = 0; i < clauses.size(); i++) {
            Comprehension clause = clauses.get(i);
            if (!clause.isAsync()) {
                addIteration(clause.iter(), null, i == 0 ? around : inside);
            }
            clause.iter().accept(this, i == 0 ? around : inside);
            clause.target().accept(this, inside);
            clause.ifs().forEach(condition -> condition.accept(this, inside));
        }
    }

    /** What waits for a lock in its head is reported where the lock is known to be one of threads. */
    private void addLock(With statement, WithItem item, Surroundings around) {
        boolean isOfThreads =
                classifier.withOwn() && HeldLocks.isOfThreads(item, lockNames) && Hazards.judge(around) != null;
        Node await = isOfThreads ? HeldLocks.awaitIn(statement, semantics) : null;
        if (await != null || isOfThreads && classifier.withCheap()) {
            sites.add(new BlockingSite(item.context(), HeldLocks.ENTERED, HeldLocks.judge(item, await), Verdict.SAFE));
        }
    }

    private Surroundings insideLoops(NodeList<Comprehension> clauses, Surroundings around) {
        Surroundings inside = around;
        for (Comprehension clause : clauses) {
            inside = clause.isAsync() ? inside : insideLoop(clause.iter(), inside);
        }
        return inside;
    }

    @Override
    public void visit(With n, Surroundings around) {
        Surroundings inside = around;
        for (WithItem item : n.items()) {
            item.accept(this, inside);
            String lock = n.isAsync() ? null : HeldLocks.lockOf(item, lockNames);
            if (lock != null) {
                addLock(n, item, inside);
                inside = inside.inside(Kind.LOCK, lock);
            }
            if (Handlers.suppressesCancellation(item)) {
                inside = inside.inside(Kind.UNCANCELLABLE_BODY);
            }
            if (ProcessState.isChangedBy(item)) {
                inside = inside.inside(Kind.PROCESS_STATE, item.context().sourceText());
            }
        }
        n.body().accept(this, inside);
    }

    @Override
    public void visit(Try n, Surroundings around) {
        Surroundings body = around;
        for (ExceptHandler handler : n.handlers()) {
            if (Handlers.catchesInterrupt(handler.type())) {
                body = body.inside(Kind.INTERRUPTED_BODY);
            } else if (Handlers.catchesCancellation(handler.type())
                    && handler.body().findAll(Raise.class).isEmpty()) {
                body = body.inside(Kind.UNCANCELLABLE_BODY);
            }
        }
        n.body().accept(this, body);
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
        super.visit(n, Handlers.catchesCancellation(n.type()) ? around.inside(Kind.CANCELLATION_HANDLER) : around);
    }
}
