package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Yield;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the decorators of a module that make a class return one instance: {@code @singleton}. */
final class DecoratorReader {
    private DecoratorReader() {}

    /** Returns what is known of the decorators at the top of a module, by name. */
    static Map<String, MetaclassFact> read(String path, Semantics names) {
        Map<String, MetaclassFact> found = new HashMap<>();
        for (Statement statement : names.module().statements()) {
            if (statement instanceof FunctionDef function) {
                FunctionDef inner = inner(function, names);
                MetaclassFact fact = inner == null ? null : read(function, inner, path, names);
                if (fact != null) {
                    found.put(fact.name(), fact);
                }
            } else if (statement instanceof ClassDef definition && isKeeper(definition)) {
                String name = definition.name().sourceText();
                found.put(
                        name,
                        MetaclassFact.otherDecorator(
                                path,
                                definition.line(),
                                name,
                                MetaclassFact.Kind.OTHER,
                                "it is a class, whose object takes the place of the class that it decorates; make it a"
                                        + " function or a metaclass first"));
            }
        }
        return found;
    }

    /** Returns whether a class decorates others: it gets one, constructs it and keeps the instance. */
    private static boolean isKeeper(ClassDef definition) {
        Set<String> kept = new HashSet<>();
        boolean isCalled = false;
        for (Statement statement : definition.body().statements()) {
            if (statement instanceof FunctionDef method) {
                isCalled |= method.name().is("__call__");
                boolean isInit = method.name().is("__init__")
                        && method.parameters().items().size() == 2;
                for (Assign assign : isInit ? method.findAll(Assign.class) : List.<Assign>of()) {
                    if (assign.value().is(method.parameters().items().last().sourceText())) {
                        assign.targets().forEach(target -> kept.add(target.sourceText()));
                    }
                }
            }
        }
        for (Assign assign : isCalled ? definition.findAll(Assign.class) : List.<Assign>of()) {
            boolean isStored = assign.targets().first() instanceof Attribute;
            if (isStored
                    && assign.value() instanceof Call call
                    && kept.contains(call.func().sourceText())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the only function inside a function of one parameter that returns it, or null. */
    private static FunctionDef inner(FunctionDef function, Semantics names) {
        boolean isPlain = function.parameters().items().size() == 1
                && MetaclassMembers.firstParameter(function) != null
                && function.decorators().isEmpty()
                && !function.isAsync();
        if (!isPlain) {
            return null;
        }
        FunctionDef inner = null;
        for (Statement statement : function.body().statements()) {
            if (statement instanceof FunctionDef found) {
                if (inner != null || found.isAsync() || !isWrapped(found, names)) {
                    return null;
                }
                inner = found;
            }
        }
        return inner != null
                        && function.body().statements().last() instanceof Return result
                        && result.value() != null
                        && result.value().is(inner.name().sourceText())
                        && inner.body().findAll(Yield.class).isEmpty()
                ? inner
                : null;
    }

    /** Returns whether a function has no decorator but {@code functools.wraps(cls)}. */
    private static boolean isWrapped(FunctionDef inner, Semantics names) {
        for (Decorator decorator : inner.decorators()) {
            Expression expression = decorator.expression();
            boolean isWraps =
                    expression instanceof Call call && "functools.wraps".equals(names.qualifiedName(call.func()));
            if (!isWraps) {
                return false;
            }
        }
        return true;
    }

    private static MetaclassFact read(FunctionDef function, FunctionDef inner, String path, Semantics names) {
        MetaclassMembers members = new MetaclassMembers(function, inner, names);
        CallSimulation first = new CallSimulation(members, inner, CallValue.ABSENT);
        first.run();
        if (members.isInitiallyNone(first.storage())) {
            first = new CallSimulation(members, inner, CallValue.NONE);
            first.run();
        }
        CallSimulation later = new CallSimulation(members, inner, CallValue.OLD);
        later.run();
        boolean isRight = first.failure().isEmpty()
                && later.failure().isEmpty()
                && first.creations == 1
                && first.returned() == CallValue.NEW
                && first.stored == CallValue.NEW
                && later.creations == 0
                && later.returned() == CallValue.OLD
                && members.extra().isEmpty()
                && (!first.isCreationLocked || !members.lock().isEmpty());
        if (!isRight) {
            boolean isMultiton = ArgumentKeys.areUsed(inner, false) && members.isStoring();
            return isMultiton
                    ? MetaclassFact.otherDecorator(
                            path,
                            function.line(),
                            function.name().sourceText(),
                            MetaclassFact.Kind.MULTITON,
                            "it looks instances up by the arguments")
                    : null;
        }
        return new MetaclassFact(
                path,
                function.line(),
                function.name().sourceText(),
                MetaclassFact.Kind.SINGLETON,
                "",
                "",
                first.isCreationLocked ? members.lock() : "",
                members.isWeak(first.storage()),
                false,
                first.isByTruth || later.isByTruth,
                false,
                "",
                false,
                true);
    }
}
