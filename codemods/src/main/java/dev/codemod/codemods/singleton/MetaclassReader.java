package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds the metaclasses of a module that keep instances, by what their {@code __call__} does. */
final class MetaclassReader {
    private static final Set<String> TYPE = Set.of("builtins.type", "__builtin__.type");
    private static final Set<String> ABC_META = Set.of("abc.ABCMeta", "_py_abc.ABCMeta");

    private final String path;
    private final Semantics names;
    private final Map<String, MetaclassFact> found = new LinkedHashMap<>();

    private MetaclassReader(String path, Semantics names) {
        this.path = path;
        this.names = names;
    }

    /** Returns what is known of the metaclasses at the top of a module, by name. */
    static Map<String, MetaclassFact> read(String path, Module module, Semantics names) {
        MetaclassReader reader = new MetaclassReader(path, names);
        for (Statement statement : module.statements()) {
            if (statement instanceof ClassDef definition) {
                reader.read(definition);
            }
        }
        return reader.found;
    }

    private void read(ClassDef definition) {
        ArgumentList bases = definition.arguments();
        if (bases == null || bases.arguments().isEmpty() || !mayBeMetaclass(definition)) {
            return;
        }
        boolean isAbstract = false;
        MetaclassFact parent = null;
        for (Argument base : bases.arguments()) {
            String name = base instanceof Expression expression ? baseName(expression) : null;
            MetaclassFact known = found.get(base.sourceText());
            if (name != null && ABC_META.contains(name)) {
                isAbstract = true;
            } else if (known != null && parent == null) {
                parent = known;
            } else if (name == null || !TYPE.contains(name)) {
                return;
            }
        }
        MetaclassFact fact = parent != null ? inherit(definition, parent, isAbstract) : read(definition, isAbstract);
        if (fact != null) {
            found.put(fact.name(), fact);
        }
    }

    /** Asked first, because names are costly to follow and nearly all classes are no metaclasses. */
    private boolean mayBeMetaclass(ClassDef definition) {
        for (Argument base : definition.arguments().arguments()) {
            if (found.containsKey(base.sourceText())) {
                return true;
            }
        }
        for (Statement statement : definition.body().statements()) {
            if (statement instanceof FunctionDef method && method.name().is("__call__")) {
                return true;
            }
        }
        return false;
    }

    /** A star import may bind {@code type}, so that its meaning is not certain; see {@link #why}. */
    private String baseName(Expression base) {
        boolean isUnboundType = Text.isName(base, "type") && names.bindingOf(base) == null;
        return isUnboundType ? "builtins.type" : names.qualifiedName(base);
    }

    private MetaclassFact inherit(ClassDef definition, MetaclassFact parent, boolean isAbstract) {
        String name = definition.name().sourceText();
        for (Statement statement : definition.body().statements()) {
            if (!Text.isIdle(statement)) {
                return MetaclassFact.other(
                        path,
                        definition.line(),
                        name,
                        MetaclassFact.Kind.OTHER,
                        "it extends " + parent.name() + " with members of its own",
                        parent.storage());
            }
        }
        return parent.inheritedBy(name, definition.line(), isAbstract);
    }

    private MetaclassFact read(ClassDef definition, boolean isAbstract) {
        MetaclassMembers members = new MetaclassMembers(definition, names);
        if (members.call() == null || MetaclassMembers.firstParameter(members.call()) == null) {
            return null;
        }
        CallSimulation first = new CallSimulation(members, members.call(), CallValue.ABSENT);
        first.run();
        String storage = first.storage();
        boolean isInitiallyNone = members.isInitiallyNone(storage);
        String classAttribute = "";
        if (isInitiallyNone) {
            first = new CallSimulation(members, members.call(), CallValue.NONE);
            first.run();
        } else if (first.failure().equals("it raises AttributeError") && members.isStoredByCall(storage)) {
            classAttribute = storage;
            first = new CallSimulation(members, members.call(), CallValue.NONE);
            first.run();
        }
        CallSimulation later = new CallSimulation(members, members.call(), CallValue.OLD);
        later.run();
        return judge(definition, members, first, later, classAttribute, isAbstract);
    }

    private MetaclassFact judge(
            ClassDef definition,
            MetaclassMembers members,
            CallSimulation first,
            CallSimulation later,
            String classAttribute,
            boolean isAbstract) {
        String why = why(definition, members, first, later);
        String name = members.name();
        if (!why.isEmpty()) {
            boolean isMultiton = ArgumentKeys.areUsed(members.call(), true);
            if (first.storage().isEmpty() && !isMultiton && !members.isStoring()) {
                return null;
            }
            MetaclassFact.Kind kind = isMultiton ? MetaclassFact.Kind.MULTITON : MetaclassFact.Kind.OTHER;
            return MetaclassFact.other(path, definition.line(), name, kind, why, first.storage());
        }
        return new MetaclassFact(
                path,
                definition.line(),
                name,
                MetaclassFact.Kind.SINGLETON,
                "",
                first.storage(),
                first.isCreationLocked ? members.lock() : "",
                members.isWeak(first.storage()),
                later.creations > 0,
                first.isByTruth || later.isByTruth,
                isAbstract,
                classAttribute,
                members.isMapping(first.storage()),
                false);
    }

    /** Returns whether code outside of the metaclass asks for it: {@code isinstance(cls, Singleton)}. */
    private boolean isTested(ClassDef definition) {
        for (Name mention : names.bindingOf(definition.name()).references()) {
            Node parent = names.path(mention).parent();
            Node around = parent instanceof Tuple ? names.path(mention).ancestor(2) : parent;
            boolean isTest = around instanceof Call call
                    && (call.func().is("isinstance") || call.func().is("issubclass"));
            boolean isCompared = parent instanceof Compare || parent instanceof Comparison;
            if ((isTest || isCompared) && !ClassHazards.isInside(mention, definition)) {
                return true;
            }
        }
        return false;
    }

    /** Returns why it is no plain singleton, or the empty string. */
    private String why(ClassDef definition, MetaclassMembers members, CallSimulation first, CallSimulation later) {
        if (!names.scope().starImports().isEmpty()) {
            return "a star import in its file may give any name another meaning";
        }
        if (isTested(definition)) {
            return "its file asks whether classes have it";
        }
        if (!members.call().decorators().isEmpty() || members.call().isAsync()) {
            return "its __call__ is decorated or async";
        }
        if (!definition.decorators().isEmpty()) {
            return "it is decorated";
        }
        if (!first.failure().isEmpty()) {
            return first.failure();
        }
        if (!later.failure().isEmpty()) {
            return later.failure();
        }
        boolean isFirstRight =
                first.creations == 1 && first.returned() == CallValue.NEW && first.stored == CallValue.NEW;
        boolean isLaterRight = later.returned() == CallValue.OLD && later.stored == CallValue.OLD;
        if (!isFirstRight || !isLaterRight) {
            return "it does not return one and the same instance";
        }
        if (first.isCreationLocked && members.lock().isEmpty()) {
            return "it has more than one kind of lock";
        }
        return members.extra();
    }
}
