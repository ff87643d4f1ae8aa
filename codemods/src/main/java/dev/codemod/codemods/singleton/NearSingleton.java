package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import java.util.HashSet;
import java.util.Set;

/** Finds classes that keep objects of their own, but not one that a variable of the module could be. */
final class NearSingleton {
    private NearSingleton() {}

    /**
     * Returns what a class does instead, or null.
     *
     * @param definition a class that is no singleton
     */
    static Blocker of(ClassDef definition, String path, Semantics names) {
        for (Statement statement : definition.body().statements()) {
            if (statement instanceof FunctionDef method && !method.isAsync()) {
                Blocker found = of(definition, method, path, names);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Blocker of(ClassDef definition, FunctionDef method, String path, Semantics names) {
        boolean isNew = method.name().is("__new__");
        boolean isStatic = isDecorated(method, "staticmethod");
        boolean isAccessor = isStatic || isDecorated(method, "classmethod");
        int parameters = parameters(method) - (isNew || !isStatic ? 1 : 0);
        if (!isNew && !isAccessor || parameters < 1) {
            return null;
        }
        String name = definition.name().sourceText();
        if (isAccessor && OwnSingleton.withArguments(definition, method, path, names) != null) {
            return new Blocker(
                    method.name(),
                    "accessor-arguments",
                    method.name().sourceText() + "() takes arguments, so that no variable can take its place; make the"
                            + " instance where they are known, and give " + name
                            + " a method without parameters that returns it");
        }
        MetaclassMembers members = new MetaclassMembers(
                definition, names, method, isNew ? MetaclassUse.Form.NEW : MetaclassUse.Form.ACCESSOR);
        boolean isKeyed = ArgumentKeys.areUsed(method, !isStatic) && isStoringNew(method, members, names);
        return isKeyed
                ? new Blocker(
                        method.name(),
                        "multiton",
                        method.name().sourceText() + "() keeps an instance of " + name
                                + " for each set of arguments, which no single variable can hold")
                : null;
    }

    private static boolean isDecorated(FunctionDef method, String decorator) {
        for (Decorator candidate : method.decorators()) {
            if (candidate.expression().is(decorator)) {
                return true;
            }
        }
        return false;
    }

    private static int parameters(FunctionDef method) {
        int count = 0;
        for (ParameterItem item : method.parameters().items()) {
            count += item instanceof Parameter ? 1 : 0;
        }
        return count;
    }

    /** Returns whether an object that the method constructs is put under a key into a place that all calls share. */
    private static boolean isStoringNew(FunctionDef method, MetaclassMembers members, Semantics names) {
        Set<String> made = new HashSet<>();
        for (Assign assign : method.body().findAll(Assign.class)) {
            boolean isMade = assign.value() instanceof Call call && members.isBaseCall(call.func());
            boolean isStored = false;
            for (Expression target : assign.targets()) {
                if (isMade && target instanceof Name) {
                    made.add(target.sourceText());
                }
                isStored |= target instanceof Subscript place && isShared(place.value(), method, members, names);
            }
            if (isStored && (isMade || made.contains(assign.value().sourceText()))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a mapping is an attribute of the class or a variable of the module. */
    private static boolean isShared(Expression mapping, FunctionDef method, MetaclassMembers members, Semantics names) {
        if (mapping instanceof Attribute attribute) {
            return Text.isName(attribute.value(), MetaclassMembers.firstParameter(method))
                    || Text.isName(attribute.value(), members.name());
        }
        Binding binding = mapping instanceof Name ? names.bindingOf(mapping) : null;
        return binding != null && binding.scope() == names.scope();
    }
}
