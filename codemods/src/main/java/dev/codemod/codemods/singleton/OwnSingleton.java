package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class that keeps its one instance itself: in {@code __new__}, or in a class or static method such as
 * {@code instance()}. Found by following the method on paper, like a metaclass's {@code __call__}.
 *
 * @param use the method
 * @param fact what it does
 * @param method the name of the method that returns the instance; empty for {@code __new__}
 * @param storage the statements of the class body that prepare the place of the instance and its lock
 * @param initialised the attributes that {@code __new__} gives the new instance
 */
record OwnSingleton(
        MetaclassUse use, MetaclassFact fact, String method, List<Statement> storage, List<Attribute> initialised) {
    /** Returns what keeps the instance of a class, or null if the class is no such singleton. */
    static OwnSingleton of(ClassDef definition, String path, Semantics names) {
        for (Statement statement : definition.body().statements()) {
            if (statement instanceof FunctionDef method) {
                MetaclassUse.Form form = form(method);
                OwnSingleton found = form == null ? null : read(definition, method, form, path, names);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Returns how a method with parameters keeps one instance whatever they are, or null if it does not. */
    static OwnSingleton withArguments(ClassDef definition, FunctionDef method, String path, Semantics names) {
        return read(definition, method, MetaclassUse.Form.ACCESSOR, path, names);
    }

    private static MetaclassUse.Form form(FunctionDef method) {
        if (method.isAsync()) {
            return null;
        }
        if (method.name().is("__new__")) {
            boolean isStatic = method.decorators().isEmpty()
                    || method.decorators().size() == 1
                            && method.decorators().first().expression().is("staticmethod");
            return isStatic ? MetaclassUse.Form.NEW : null;
        }
        if (method.decorators().size() != 1) {
            return null;
        }
        Decorator decorator = method.decorators().first();
        boolean isClassMethod = decorator.expression().is("classmethod")
                && MetaclassMembers.firstParameter(method) != null
                && method.parameters().items().size() == 1;
        boolean isStaticMethod = decorator.expression().is("staticmethod")
                && method.parameters().items().isEmpty();
        return isClassMethod || isStaticMethod ? MetaclassUse.Form.ACCESSOR : null;
    }

    private static OwnSingleton read(
            ClassDef definition, FunctionDef method, MetaclassUse.Form form, String path, Semantics names) {
        MetaclassMembers members = new MetaclassMembers(definition, names, method, form);
        if (!mayStore(method)) {
            return null;
        }
        CallSimulation first = new CallSimulation(members, method, CallValue.ABSENT);
        first.run();
        String slot = first.storage();
        if (members.isInitiallyNone(slot)) {
            first = new CallSimulation(members, method, CallValue.NONE);
            first.run();
        }
        CallSimulation later = new CallSimulation(members, method, CallValue.OLD);
        later.run();
        boolean isFirstRight = first.failure().isEmpty()
                && first.creations == 1
                && first.returned() == CallValue.NEW
                && first.stored == CallValue.NEW;
        boolean isLaterRight = later.failure().isEmpty()
                && later.creations == 0
                && later.returned() == CallValue.OLD
                && later.stored == CallValue.OLD;
        boolean isLockKnown = !first.isCreationLocked || !members.lock().isEmpty();
        if (!isFirstRight || !isLaterRight || !isLockKnown || !later.initialised.isEmpty()) {
            return null;
        }
        MetaclassFact fact = new MetaclassFact(
                path,
                method.line(),
                definition.name().sourceText(),
                MetaclassFact.Kind.SINGLETON,
                "",
                slot,
                first.isCreationLocked ? members.lock() : "",
                members.isWeak(slot),
                false,
                first.isByTruth || later.isByTruth,
                false,
                "",
                false,
                false);
        String accessor = form == MetaclassUse.Form.NEW ? "" : method.name().sourceText();
        return new OwnSingleton(
                new MetaclassUse(form, null, method),
                fact,
                accessor,
                storage(definition, members, slot),
                first.initialised);
    }

    /** Asked first, because following a method takes long and nearly all methods store nothing in their class. */
    private static boolean mayStore(FunctionDef method) {
        return !method.body().findAll(Assign.class).isEmpty()
                || method.body().sourceText().contains("setdefault")
                || method.body().sourceText().contains("setattr");
    }

    /** Returns the assignments of the class body to the place of the instance, and to locks that the method uses. */
    private static List<Statement> storage(ClassDef definition, MetaclassMembers members, String slot) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : definition.body().statements()) {
            Expression target = null;
            if (statement instanceof Assign assign && assign.targets().size() == 1) {
                target = assign.targets().first();
            } else if (statement instanceof AnnAssign assign) {
                target = assign.target();
            }
            if (target instanceof Name name) {
                String attribute = members.mangled(name.sourceText());
                if (attribute.equals(slot) || members.attribute(attribute) == CallValue.LOCK) {
                    found.add(statement);
                }
            }
        }
        return found;
    }

    /** Returns the values that {@code __new__} gives the attributes of the new instance, by their names, or null. */
    Map<String, Expression> initialValues(Semantics names) {
        Map<String, Expression> values = new LinkedHashMap<>();
        for (Attribute attribute : initialised) {
            Node parent = names.path(attribute).parent();
            if (!(parent instanceof Assign assign) || assign.targets().size() != 1) {
                return null;
            }
            values.put(attribute.attr().sourceText(), assign.value());
        }
        return values;
    }
}
