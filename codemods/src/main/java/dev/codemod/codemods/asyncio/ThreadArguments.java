package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.Map;
import java.util.Set;

/**
 * Judges what a call hands to the function that it would run in a thread: code of the file that would run there too, and
 * collections that other tasks change meanwhile.
 */
final class ThreadArguments {
    /** Keyword arguments that functions of the table call. */
    private static final Set<String> CALLBACKS = Set.of(
            "callback",
            "reporthook",
            "ignore",
            "onerror",
            "onexc",
            "hooks",
            "copy_function",
            "progress",
            "filter",
            "initializer",
            "func",
            "function");

    /** The positions of such arguments. */
    private static final Map<String, Integer> CALLBACK_POSITIONS = Map.of(
            "urllib.request.urlretrieve", 2,
            "ftplib.FTP.retrlines", 1,
            "ftplib.FTP.retrbinary", 1,
            "ftplib.FTP.storlines", 2,
            "ftplib.FTP.storbinary", 3,
            "ftplib.FTP.dir", 1);

    private final Semantics semantics;
    private final HelperReader reader;
    private final Awaitables awaitables;
    private final SharedCollections collections;

    ThreadArguments(Semantics semantics, CallClassifier classifier, SharedCollections collections) {
        this.semantics = semantics;
        this.collections = collections;
        reader = new HelperReader("", semantics, classifier);
        awaitables = new Awaitables(semantics, ProjectCoroutines.NONE);
    }

    /** Returns what may be done with a call as far as its arguments are concerned. */
    Verdict judge(Call call, BlockingCall blocking) {
        Verdict verdict = Verdict.SAFE;
        int position = 0;
        int callback = CALLBACK_POSITIONS.getOrDefault(blocking.name(), -1);
        for (Argument argument : call.arguments()) {
            boolean isCallback = argument instanceof Keyword keyword && keyword.name() != null
                    ? CALLBACKS.contains(keyword.name().sourceText())
                    : position == callback;
            Argument value = argument instanceof Keyword keyword ? keyword.value() : argument;
            verdict = value instanceof Expression expression ? verdict.and(ofValue(expression, isCallback)) : verdict;
            position++;
        }
        return verdict;
    }

    private Verdict ofValue(Node value, boolean isCallback) {
        if (value instanceof Lambda lambda) {
            return called(lambda, hazardOf(lambda.body()));
        }
        if (value instanceof GeneratorExp generator) {
            return called(generator, hazardOf(generator)).and(goneThrough(generator));
        }
        if (value instanceof Call call) {
            return ofResult(call, isCallback);
        }
        boolean holdsOthers = value instanceof Tuple
                || value instanceof ListDisplay
                || value instanceof SetDisplay
                || value instanceof DictDisplay
                || value instanceof DictItem
                || value instanceof Starred
                || value instanceof IfExp
                || value instanceof BoolOp;
        if (holdsOthers) {
            Verdict verdict = Verdict.SAFE;
            for (Node part : value.children()) {
                verdict = verdict.and(ofValue(part, isCallback));
            }
            return verdict;
        }
        return value instanceof Name || value instanceof Attribute
                ? ofReference((Expression) value, isCallback)
                : Verdict.SAFE;
    }

    private Verdict ofReference(Expression value, boolean isCallback) {
        FunctionDef function = awaitables.functionOf(value);
        if (function != null) {
            return function.isAsync() ? Verdict.SAFE : called(value, reader.hazardIn(function));
        }
        if (collections.isChanged(value)) {
            return shared(value);
        }
        boolean isUnknown = isCallback && semantics.qualifiedName(value) == null && !isMethodOfNewObject(value);
        return isUnknown ? called(value, "nobody here knows what it does") : Verdict.SAFE;
    }

    /** A call is evaluated before the thread starts, but for the code of a generator, and what partial hands on. */
    private Verdict ofResult(Call call, boolean isCallback) {
        FunctionDef function = awaitables.functionOf(call.func());
        if (function != null && isGenerator(function)) {
            return called(call, reader.hazardIn(function));
        }
        Verdict verdict = Verdict.SAFE;
        if ("functools.partial".equals(semantics.qualifiedName(call.func()))) {
            for (Argument argument : call.arguments()) {
                verdict = argument instanceof Expression part ? verdict.and(ofValue(part, isCallback)) : verdict;
            }
        }
        return verdict;
    }

    private static boolean isGenerator(FunctionDef function) {
        return !OwnCode.findAll(function, Yield.class).isEmpty()
                || !OwnCode.findAll(function, YieldFrom.class).isEmpty();
    }

    /** {@code lines.append} of a list that the function has just made. */
    private boolean isMethodOfNewObject(Expression value) {
        return value instanceof Attribute method
                && method.value() instanceof Name object
                && semantics.singleAssignment(object) != null
                && (semantics.singleAssignment(object).value() instanceof ListDisplay
                        || semantics.singleAssignment(object).value() instanceof DictDisplay
                        || semantics.singleAssignment(object).value() instanceof Call made
                                && semantics.qualifiedName(made.func()) != null
                                && !semantics.qualifiedName(made.func()).startsWith("asyncio."));
    }

    private Verdict goneThrough(GeneratorExp generator) {
        for (Comprehension clause : generator.generators()) {
            Expression through = collections.goneThroughBy(clause.iter());
            if (through != null) {
                return shared(through);
            }
        }
        return Verdict.SAFE;
    }

    /** Returns what code that runs in the thread calls of objects which are not its own, or null. */
    private String hazardOf(Expression code) {
        for (Call call : code.findAll(Call.class)) {
            FunctionDef function = awaitables.functionOf(call.func());
            String hazard = function == null ? null : reader.hazardIn(function);
            boolean isKnown = function != null || semantics.qualifiedName(call.func()) != null || isOnOwnValue(call);
            if (hazard != null || !isKnown) {
                return hazard != null
                        ? hazard
                        : "it calls "
                                + call.func().sourceText().lines().findFirst().orElse("");
            }
        }
        return null;
    }

    /** Returns whether a method is called on a parameter of the lambda, or a variable of the generator expression. */
    private boolean isOnOwnValue(Call call) {
        Expression root = call.func();
        while (true) {
            if (root instanceof Attribute attribute) {
                root = attribute.value();
            } else if (root instanceof Call inner && root != call) {
                root = inner.func();
            } else {
                break;
            }
        }
        Symbol symbol = root instanceof Name ? semantics.symbolOf(root) : null;
        return !(root instanceof Name)
                || symbol != null
                        && (symbol.scope().kind() == ScopeKind.LAMBDA
                                || symbol.scope().kind() == ScopeKind.COMPREHENSION)
                        && symbol.binding().scope() == symbol.scope();
    }

    private static Verdict called(Expression code, String hazard) {
        return hazard == null
                ? Verdict.SAFE
                : Verdict.unsafe(
                        "callback-in-thread",
                        "`" + code.sourceText().lines().findFirst().orElse("")
                                + "` would run in the worker thread, while other tasks run: " + hazard);
    }

    private static Verdict shared(Expression collection) {
        return Verdict.unsafe(
                "shared-argument",
                "other tasks may change " + collection.sourceText() + " while the thread reads it: hand over a copy");
    }
}
