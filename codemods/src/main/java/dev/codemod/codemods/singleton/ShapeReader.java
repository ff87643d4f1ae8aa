package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.Decision.Obstacle;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a class gives to subclasses in other files. */
final class ShapeReader {
    private final String path;
    private final Semantics names;
    private final List<String> paths;
    private final ClassDef definition;
    private final ClassView view;
    private final boolean isSingleton;
    private final List<ForeignName> bases = new ArrayList<>();
    private boolean isOpen;

    /**
     * @param definition a class at the top of the module
     * @param isSingleton whether its metaclass is known and what keeps it as it is is found elsewhere
     */
    ShapeReader(String path, Semantics names, List<String> paths, ClassDef definition, boolean isSingleton) {
        this.path = path;
        this.names = names;
        this.paths = paths;
        this.definition = definition;
        this.isSingleton = isSingleton;
        ClassKey key = new ClassKey(path, definition.name().sourceText());
        this.view = new ClassView(definition, names, List.of(), Heritage.ignored(key));
        for (Expression base : view.foreignBases()) {
            ForeignName foreign = ForeignName.of(base, names, path);
            isOpen |= foreign == null;
            if (foreign != null) {
                bases.add(foreign);
            }
        }
    }

    /** Returns a class with bases of other files, or null if it has none. */
    HeirFact heir(DefinitionScanner.Around around) {
        return view.foreignBases().isEmpty()
                ? null
                : new HeirFact(DefinitionScanner.heir(path, definition, around), bases, isOpen);
    }

    /** Returns the bases of other files. */
    List<ForeignName> bases() {
        return bases;
    }

    ShapeFact shape() {
        Definition only = names.bindingOf(definition.name()).onlyDefinition();
        boolean isReplaced = only == null || only.site() != definition;
        for (ClassDef part : view.classes()) {
            isReplaced |= !part.decorators().isEmpty() && (part != definition || !isSingleton);
        }
        return new ShapeFact(
                new ClassKey(path, definition.name().sourceText()), isOpen || isReplaced, bases, classShape());
    }

    private ClassShape classShape() {
        Set<String> members = new TreeSet<>(view.memberNames());
        if (view.isContainer()) {
            members.add("__len__");
        }
        Set<String> stores = new TreeSet<>();
        for (Attribute target : names.attributeTargets()) {
            if (view.classes().stream().anyMatch(part -> ClassHazards.isInside(target, part))) {
                stores.add(target.attr().sourceText());
            }
        }
        return new ClassShape(
                List.copyOf(members),
                members.stream().filter(view::isComputed).toList(),
                view.abstractMembers(),
                List.copyOf(stores),
                view.hasMember("__init__"),
                RequiredParameter.of(view),
                impure(),
                isSingleton ? List.of() : obstacles());
    }

    /** Returns why constructing the class may do more than store literals, whatever subclasses override. */
    private String impure() {
        String name = definition.name().sourceText();
        String base = "of its base class " + name + " (" + path + ":" + definition.line() + "): ";
        ModuleConstants constants = new ModuleConstants(names, Set.of());
        ConstructionSafety safety = new ConstructionSafety(path, names, constants, paths, "");
        if (!safety.isPureBase(view)) {
            return base + safety.reason();
        }
        boolean isAlone = safety.members().isEmpty()
                && safety.needed().isEmpty()
                && safety.uses().isEmpty()
                && constants.reads().isEmpty();
        return isAlone ? "" : base + "constructing it uses what is defined elsewhere or overridden";
    }

    private List<Obstacle> obstacles() {
        List<Obstacle> found = new ArrayList<>();
        String name = definition.name().sourceText();
        for (ClassDef part : view.classes()) {
            if (MetaclassUse.of(part, names) != null) {
                found.add(new Obstacle(
                        "inherits-metaclass",
                        "the base class " + name + " (" + path + ":" + part.line() + ") has a metaclass too"));
            }
        }
        for (Blocker blocker : new OwnClassUses(view, null, names).find()) {
            found.add(new Obstacle(
                    blocker.reason(),
                    "of the base class " + name + " (" + path + ":"
                            + blocker.place().line() + "): " + blocker.message()));
        }
        return found;
    }

    /** Returns the classes at the top of a module. */
    static List<ClassDef> classes(Semantics names) {
        List<ClassDef> found = new ArrayList<>();
        for (Statement statement : names.module().statements()) {
            if (statement instanceof ClassDef definition) {
                found.add(definition);
            }
        }
        return found;
    }
}
