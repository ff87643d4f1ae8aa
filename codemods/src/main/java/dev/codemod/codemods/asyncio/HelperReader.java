package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.HelperFact.Hazard;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Constant;
import dev.codemod.tree.Delete;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Global;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.Raise;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the synchronous functions of a file do: whether they block, and whether another thread may run them.
 *
 * <p>A thread may run what works on values of its own. Everything that may change an object that the function did not make
 * itself counts as shared.
 */
final class HelperReader {
    private final String path;
    private final Semantics semantics;
    private final CallClassifier classifier;
    private final Awaitables awaitables;
    private final Map<Binding, Boolean> own = new IdentityHashMap<>();
    private final ThreadBound threadBound;
    private final boolean usesAsyncio;

    HelperReader(String path, Semantics semantics, CallClassifier classifier) {
        this.path = path;
        this.semantics = semantics;
        this.classifier = classifier;
        awaitables = new Awaitables(semantics, ProjectCoroutines.NONE);
        threadBound = new ThreadBound(semantics, classifier);
        usesAsyncio = Framework.importedPackages(semantics.module()).contains("asyncio");
    }

    /** Returns the facts of all synchronous functions of the file that block or are a hazard, in source order. */
    List<HelperFact> read() {
        List<HelperFact> facts = new ArrayList<>();
        for (FunctionDef function : semantics.module().findAll(FunctionDef.class)) {
            if (!function.isAsync()) {
                HelperFact fact = read(function);
                if (fact.blocks() != null || fact.hazard() != Hazard.NONE) {
                    facts.add(fact);
                }
            }
        }
        return facts;
    }

    /** Returns what stands against running a function in another thread, in words for messages; null if nothing does. */
    String hazardIn(FunctionDef function) {
        HelperFact fact = read(function);
        return fact.hazard() == Hazard.NONE ? null : "line " + fact.hazardAt() + " " + fact.detail();
    }

    private HelperFact read(FunctionDef function) {
        String blocks = null;
        int blocksAt = 0;
        Found worst = new Found(Hazard.NONE, null, "");
        for (Node node : OwnCode.evaluated(function)) {
            BlockingCall blocking = node instanceof Call call ? classifier.of(call) : null;
            if (blocks == null && blocking != null) {
                blocks = blocking.displayName();
                blocksAt = node.line();
            }
            Found found = worse(hazardOf(node), boundOf(node, blocking, function));
            if (found != null && found.hazard().compareTo(worst.hazard()) > 0) {
                worst = found;
            }
        }
        int hazardAt = worst.node() == null ? 0 : worst.node().line();
        int offset = function.name().startOffset();
        return new HelperFact(path, offset, blocks, blocksAt, worst.hazard(), hazardAt, worst.detail());
    }

    private record Found(Hazard hazard, Node node, String detail) {}

    private static Found worse(Found one, Found other) {
        return one == null || other != null && other.hazard().compareTo(one.hazard()) > 0 ? other : one;
    }

    private Found boundOf(Node node, BlockingCall blocking, FunctionDef function) {
        boolean isOwn = blocking != null
                && node instanceof Call call
                && (semantics.qualifiedName(call.func()) != null
                        || !(call.func() instanceof Attribute method)
                        || isOwn(method.value()));
        String detail = threadBound.of(node, blocking, function, isOwn);
        return detail == null ? null : new Found(Hazard.THREAD_BOUND, node, detail);
    }

    private Found hazardOf(Node node) {
        if (node instanceof Global || node instanceof Nonlocal) {
            return shares(node, "assigns " + node.sourceText().split("\\s+", 2)[1]);
        }
        if (node instanceof Assign assign) {
            return firstShared(assign.targets());
        }
        if (node instanceof AugAssign assign) {
            return sharedTarget(assign.target());
        }
        if (node instanceof AnnAssign assign) {
            return sharedTarget(assign.target());
        }
        if (node instanceof Delete delete) {
            return firstShared(delete.targets());
        }
        if (node instanceof For loop) {
            return worse(sharedTarget(loop.target()), readWhole(loop.iter()));
        }
        if (node instanceof Comprehension clause) {
            return readWhole(clause.iter());
        }
        if (node instanceof WithItem item) {
            return item.target() == null ? null : sharedTarget(item.target());
        }
        if (node instanceof Raise raise) {
            return hazardOf(raise);
        }
        return node instanceof Call call ? hazardOf(call) : null;
    }

    private Found hazardOf(Raise raise) {
        Expression raised = raise.exc() instanceof Call call ? call.func() : raise.exc();
        return raised != null && "builtins.StopIteration".equals(semantics.qualifiedName(raised))
                ? new Found(Hazard.STOPS_ITERATION, raise, "raises StopIteration")
                : null;
    }

    private static Found shares(Node node, String detail) {
        return new Found(Hazard.SHARES_STATE, node, detail);
    }

    private Found firstShared(Iterable<Expression> targets) {
        for (Expression target : targets) {
            Found found = sharedTarget(target);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Found sharedTarget(Expression target) {
        if (target instanceof Tuple tuple) {
            return firstShared(tuple.elements());
        }
        if (target instanceof ListDisplay list) {
            return firstShared(list.elements());
        }
        if (target instanceof Starred starred) {
            return sharedTarget(starred.value());
        }
        boolean isPart = target instanceof Attribute || target instanceof Subscript;
        return isPart && !isOwn(target) ? shares(target, "changes " + firstLine(target)) : null;
    }

    private Found hazardOf(Call call) {
        String name = semantics.qualifiedName(call.func());
        if (name != null) {
            if (KnownEffects.isOfLoop(name)) {
                return new Found(Hazard.USES_LOOP, call, "calls " + name);
            }
            if (KnownEffects.readsWhole(name) && !call.arguments().isEmpty()) {
                return call.arguments().first() instanceof Expression argument ? readWhole(argument) : null;
            }
            if (name.equals("builtins.next") && !call.arguments().isEmpty()) {
                return ofNext(call);
            }
            return KnownEffects.isShared(name) ? shares(call, "calls " + firstLine(call.func())) : null;
        }
        if (awaitables.functionOf(call.func()) != null) {
            return null;
        }
        if (call.func() instanceof Attribute method) {
            if (isOfLoop(method)) {
                return new Found(Hazard.USES_LOOP, call, "calls " + firstLine(method));
            }
            String type = classifier.types().typeOf(method.value()).name();
            boolean isUnchanging =
                    KnownEffects.isOfUnchanging(type, method.attr().sourceText());
            return isUnchanging || isOwn(method.value()) || isLogger(method.value())
                    ? null
                    : shares(call, "calls " + firstLine(call.func()));
        }
        return shares(call, "calls " + firstLine(call.func()));
    }

    /** The next element of an iterator that others use too is gone for them; without one, {@code next} raises. */
    private Found ofNext(Call call) {
        ExceptHandler handled = null;
        Try attempt = semantics.path(call).enclosing(Try.class);
        for (ExceptHandler handler : attempt == null ? List.<ExceptHandler>of() : attempt.handlers()) {
            boolean isCaught = handler.type() == null
                    || handler.type().sourceText().contains("StopIteration")
                    || handler.type().sourceText().contains("Exception");
            handled = isCaught ? handler : handled;
        }
        if (call.arguments().size() == 1 && handled == null) {
            return new Found(Hazard.STOPS_ITERATION, call, "calls next, which may raise StopIteration");
        }
        return call.arguments().first() instanceof Expression iterator && isOwn(iterator)
                ? null
                : shares(call, "calls " + firstLine(call.func()));
    }

    private boolean isOfLoop(Attribute method) {
        if (KnownEffects.isMethodOfLoop(method.attr().sourceText())) {
            return true;
        }
        String type = usesAsyncio ? awaitables.typeOf(method.value()) : null;
        return type != null && type.startsWith("asyncio.") && !method.attr().is("call_soon_threadsafe");
    }

    /** What other tasks may change must not be gone through by a thread meanwhile. */
    private Found readWhole(Expression collection) {
        boolean isShared = collection instanceof Attribute && semantics.qualifiedName(collection) == null
                ? !isOwn(collection)
                : collection instanceof Name name && isVariableOfModule(name);
        return isShared ? shares(collection, "goes through " + firstLine(collection)) : null;
    }

    private boolean isVariableOfModule(Name name) {
        Binding binding = semantics.bindingOf(name);
        return binding != null
                && binding.scope().kind() == ScopeKind.MODULE
                && binding.definitions().stream()
                        .anyMatch(definition -> definition.value() instanceof DictDisplay
                                || definition.value() instanceof ListDisplay
                                || definition.value() instanceof SetDisplay
                                || definition.value() instanceof Call);
    }

    /** Loggers are made for threads. */
    private boolean isLogger(Expression receiver) {
        if (!(receiver instanceof Name name) || semantics.bindingOf(name) == null) {
            return false;
        }
        Definition only = semantics.bindingOf(name).onlyDefinition();
        return only != null
                && only.value() instanceof Call call
                && "logging.getLogger".equals(semantics.qualifiedName(call.func()));
    }

    /** Returns whether an expression is a part of an object that the function made itself. */
    private boolean isOwn(Expression expression) {
        Expression root = expression;
        while (true) {
            if (root instanceof Attribute attribute) {
                root = attribute.value();
            } else if (root instanceof Subscript subscript) {
                root = subscript.value();
            } else if (root instanceof Call call && call.func() instanceof Attribute method) {
                if (semantics.qualifiedName(method) != null) {
                    return true;
                }
                root = method.value();
            } else {
                break;
            }
        }
        return root instanceof Name name ? isOwnVariable(name) : !(root instanceof Call call) || isKnown(call);
    }

    private boolean isKnown(Call call) {
        return semantics.qualifiedName(call.func()) != null;
    }

    private boolean isOwnVariable(Name name) {
        Binding binding = semantics.bindingOf(name);
        if (binding == null || binding.scope() != semantics.functionAround(name)) {
            return false;
        }
        Boolean known = own.get(binding);
        if (known == null) {
            // What depends on itself, as in x = x.strip(), is decided by its other definitions.
            own.put(binding, true);
            known = isNewObject(binding) || isMadeHere(binding);
            own.put(binding, known);
        }
        return known;
    }

    /** Nobody else knows what a constructor is called for. */
    private static boolean isNewObject(Binding binding) {
        return binding.scope().node() instanceof FunctionDef function
                && function.name().is("__init__")
                && !function.parameters().items().isEmpty()
                && binding.onlyDefinition() != null
                && binding.onlyDefinition().site()
                        == function.parameters().items().first();
    }

    private boolean isMadeHere(Binding binding) {
        for (Definition definition : binding.definitions()) {
            boolean isMade = switch (definition.kind()) {
                case DECLARATION, AUGMENTED_ASSIGNMENT, DELETION, EXCEPT -> true;
                case WITH -> definition.site() instanceof WithItem item && isMade(item.context());
                default ->
                    definition.kind() != BindingKind.PARAMETER
                            && definition.value() != null
                            && isMade(definition.value());
            };
            if (!isMade) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether evaluating an expression makes a new object, as calls of known functions are taken to do. */
    private boolean isMade(Expression value) {
        if (value instanceof Call call) {
            return isKnown(call) || call.func() instanceof Attribute method && isOwn(method.value());
        }
        return value instanceof Constant
                || value instanceof ListDisplay
                || value instanceof DictDisplay
                || value instanceof SetDisplay
                || value instanceof Tuple
                || value instanceof ListComp
                || value instanceof DictComp
                || value instanceof SetComp
                || value instanceof BinOp
                || value instanceof UnaryOp
                || value instanceof Compare;
    }

    private static String firstLine(Expression expression) {
        return expression.sourceText().lines().findFirst().orElse("");
    }
}
