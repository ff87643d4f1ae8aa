package dev.codemod.project;

import dev.codemod.project.NameValue.DefinitionValue;
import dev.codemod.project.NameValue.InstanceValue;
import dev.codemod.project.NameValue.ManagerValue;
import dev.codemod.project.NameValue.ModuleValue;
import dev.codemod.project.NameValue.OutsideValue;
import dev.codemod.project.NameValue.UnknownValue;
import dev.codemod.rewrite.StandardLibrary;
import dev.codemod.semantics.TypeTable;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Follows a name of a file, as {@link ModuleFacts} write names, through the modules of the project. */
final class NameEvaluator {
    private static final TypeTable LIBRARY = TypeTable.builder().build();

    private final ModuleTable modules;
    private final TypeTable table;
    private final ClassHierarchy classes;
    private final StarTable stars;

    /** Files of the project whose facts an answer would have needed. */
    private final Set<String> missing = new TreeSet<>();

    NameEvaluator(ModuleTable modules) {
        this.modules = modules;
        table = LIBRARY;
        stars = new StarTable(modules);
        classes = new ClassHierarchy(this);
    }

    private NameEvaluator(NameEvaluator other, TypeTable table) {
        modules = other.modules;
        stars = other.stars;
        classes = other.classes;
        this.table = table;
    }

    /** Returns an evaluator that also knows the types of a table. */
    NameEvaluator with(TypeTable types) {
        return new NameEvaluator(this, types);
    }

    ClassHierarchy classes() {
        return classes;
    }

    Set<String> missing() {
        return missing;
    }

    private NameWalk walk(Meaning meaning) {
        return new NameWalk(modules, table, classes, stars, missing, meaning);
    }

    /** Returns what a name in a module means; {@code from} is null for a name of nobody's. */
    Meaning meaning(ProjectModule from, String name) {
        Meaning meaning = new Meaning();
        NameWalk walk = walk(meaning);
        for (NameValue value : walk.evaluate(from, name)) {
            if (value instanceof ModuleValue module) {
                meaning.definitions.add(module.module().asDefinition());
            } else if (value instanceof DefinitionValue found) {
                meaning.definitions.add(found.definition());
            } else if (value instanceof OutsideValue outside) {
                meaning.outside.add(outside.name());
                addMemberOfOutside(outside.name(), meaning);
            } else if (value instanceof UnknownValue unknown) {
                meaning.unknownMembers.addAll(unknown.members());
                meaning.doubt("the value is not known");
            } else {
                meaning.doubt("it is an instance or a folder");
            }
        }
        meaning.passed.removeAll(meaning.definitions);
        return meaning;
    }

    /** An object of a library may hold objects of the project: {@code flask.request.user.save}. */
    private static void addMemberOfOutside(String name, Meaning meaning) {
        int last = name.lastIndexOf('.');
        if (last > name.indexOf('.', name.indexOf('.') + 1) && !StandardLibrary.has(name) && !name.contains("(")) {
            meaning.unknownMembers.add(name.substring(last + 1));
        }
    }

    /**
     * Returns the classes of what a name stands for, by qualified name; empty if they are not known.
     *
     * @param from the module that the name is seen from; its own classes are called {@code __main__.Class}
     */
    Set<String> types(ProjectModule from, String name) {
        NameWalk walk = walk(new Meaning());
        Set<String> types = new LinkedHashSet<>();
        for (NameValue value : walk.results().expandAll(walk.evaluate(from, name))) {
            String type = null;
            if (value instanceof InstanceValue instance) {
                type = instance.ofClass().module() == from
                        ? References.OWN + instance.ofClass().facts().name()
                        : instance.ofClass().qualifiedName();
            } else if (value instanceof OutsideValue outside
                    && !outside.isOpen()
                    && outside.name().endsWith("()")) {
                type = outside.name().substring(0, outside.name().length() - 2);
            }
            if (value instanceof ManagerValue manager) {
                types.add("=" + manager.function().qualifiedName() + "()");
                continue;
            }
            if (type == null || type.contains("(")) {
                return Set.of();
            }
            types.add(type);
        }
        if (types.size() > 1) {
            types.remove("builtins.NoneType");
        }
        return types;
    }
}
