package dev.codemod.project;

import dev.codemod.project.NameValue.DefinitionValue;
import dev.codemod.project.NameValue.EnteringValue;
import dev.codemod.project.NameValue.FolderValue;
import dev.codemod.project.NameValue.InstanceValue;
import dev.codemod.project.NameValue.ManagerValue;
import dev.codemod.project.NameValue.ModuleValue;
import dev.codemod.project.NameValue.OutsideValue;
import dev.codemod.project.NameValue.SuperValue;
import dev.codemod.project.NameValue.UnknownValue;
import dev.codemod.semantics.TypeTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One evaluation of a name, from its first part to the last. */
final class NameWalk {
    /** Longer ways through imports and aliases are given up. */
    private static final int DEEPEST = 40;

    /** So are names that need more imports and aliases than this, all branches together. */
    private static final int MOST = 500;

    private final ModuleTable modules;
    private final ClassHierarchy classes;
    private final ModuleMembers moduleMembers;
    private final ValueResults results;
    private final Meaning meaning;

    /** Definitions whose targets are being followed, against cycles of imports. */
    private final Set<ProjectDefinition> open = new HashSet<>();

    private int evaluations;

    /** More than 0 while types are followed, which the name itself does not pass. */
    private int quiet;

    /**
     * @param stars of the same modules
     * @param missing takes the files whose facts would be needed
     * @param meaning takes what is found out besides the values
     */
    NameWalk(
            ModuleTable modules,
            TypeTable table,
            ClassHierarchy classes,
            StarTable stars,
            Set<String> missing,
            Meaning meaning) {
        this.modules = modules;
        this.classes = classes;
        this.meaning = meaning;
        results = new ValueResults(table, this);
        moduleMembers = new ModuleMembers(modules, stars, missing, this, meaning);
    }

    ValueResults results() {
        return results;
    }

    List<NameValue> evaluate(ProjectModule from, String name) {
        if (open.size() > DEEPEST || ++evaluations > MOST) {
            meaning.doubt("too many imports and aliases lead to it");
            return List.of(UnknownValue.NEW);
        }
        if (name.startsWith("super(")) {
            int end = name.indexOf(')');
            return superMember(from, name.substring(6, end), name.substring(end + 2));
        }
        List<String> parts = NameParts.parts(name);
        String first = parts.get(0);
        if (first.equals("?")) {
            return steps(List.of(UnknownValue.NEW), parts, 1);
        }
        if (first.equals("__main__") && from != null) {
            return steps(List.of(new ModuleValue(from)), parts, 1);
        }
        return first.startsWith(".") ? relative(from, parts) : absolute(from, parts);
    }

    private List<NameValue> superMember(ProjectModule from, String className, String member) {
        List<NameValue> found = new ArrayList<>();
        for (NameValue value : evaluate(from, className)) {
            if (value instanceof DefinitionValue definition
                    && definition.definition().kind() == DefinitionKind.CLASS) {
                found.add(new SuperValue(definition.definition()));
            } else {
                found.add(UnknownValue.NEW);
            }
        }
        return steps(found, NameParts.parts(member), 0);
    }

    // ------------------------------------------------------------ modules

    private List<NameValue> absolute(ProjectModule from, List<String> parts) {
        for (int length = NameParts.plainParts(parts); length > 0; length--) {
            String dotted = String.join(".", parts.subList(0, length));
            ModuleTable.Found found = modules.find(dotted, from);
            if (!found.modules().isEmpty()) {
                return inModules(found, from, dotted, parts, length);
            }
        }
        return steps(List.of(new OutsideValue(parts.get(0), false)), parts, 1);
    }

    private List<NameValue> relative(ProjectModule from, List<String> parts) {
        String folder = from == null ? null : modules.folderOf(from, NameParts.level(parts.get(0)));
        if (folder == null) {
            meaning.doubt(from == null ? "the name is relative" : "the import leads out of the project");
            return List.of(UnknownValue.NEW);
        }
        List<String> rest = new ArrayList<>(parts);
        rest.set(0, parts.get(0).substring(NameParts.level(parts.get(0))));
        if (rest.get(0).isEmpty()) {
            rest.remove(0);
        }
        for (int length = NameParts.plainParts(rest); length > 0; length--) {
            ProjectModule module = modules.atStem(folder + String.join("/", rest.subList(0, length)));
            if (module != null) {
                ModuleTable.Found found = new ModuleTable.Found(List.of(module), true);
                String dotted = ".".repeat(NameParts.level(parts.get(0))) + String.join(".", rest.subList(0, length));
                return inModules(found, from, dotted, rest, length);
            }
        }
        ProjectModule around = modules.atFolder(folder);
        if (around != null && !rest.isEmpty()) {
            passed(around.asDefinition());
        }
        return steps(List.of(around != null ? new ModuleValue(around) : new FolderValue(folder)), rest, 0);
    }

    private List<NameValue> inModules(
            ModuleTable.Found found, ProjectModule from, String dotted, List<String> parts, int length) {
        if (!found.isCertain()) {
            meaning.doubt("it depends on sys.path what " + dotted + " is");
        }
        boolean isSurelyModule =
                from != null && length < parts.size() && from.importsOnlyFrom(dotted, parts.get(length));
        List<NameValue> values = new ArrayList<>();
        for (ProjectModule module : found.modules()) {
            if (!isSurelyModule) {
                addHiding(module, parts.get(length - 1), values);
            }
            values.add(new ModuleValue(module));
            if (length < parts.size()) {
                passed(module.asDefinition());
            }
        }
        if (!found.isCertain()) {
            values.add(new OutsideValue(dotted, false));
        }
        return steps(values, parts, length);
    }

    /** {@code from package import name}: another value that the package gives the name may hide the module. */
    private void addHiding(ProjectModule module, String name, List<NameValue> values) {
        ProjectModule parent = modules.packageAround(module);
        if (parent == null || parent == module) {
            return;
        }
        for (ProjectDefinition definition : parent.definitions(name)) {
            for (NameValue value : follow(definition)) {
                if (!(value instanceof ModuleValue same && same.module() == module)) {
                    values.add(value);
                    meaning.doubt(parent + " binds the name of its module " + name);
                }
            }
        }
    }

    // ------------------------------------------------------------ steps

    private List<NameValue> steps(List<NameValue> start, List<String> parts, int from) {
        int lastCall = parts.size() - 1;
        while (lastCall >= 0 && !parts.get(lastCall).endsWith(")")) {
            lastCall--;
        }
        List<NameValue> values = start;
        for (int i = from; i < parts.size(); i++) {
            String part = parts.get(i);
            int end = part.indexOf('(');
            String name = end < 0 ? part : part.substring(0, end);
            List<NameValue> next = new ArrayList<>();
            for (NameValue value : values) {
                next.addAll(member(value, name));
            }
            values = end < 0 ? next : applied(next, part, end);
            // What is called was used where the call is, not here.
            if (i > lastCall && i < parts.size() - 1) {
                pass(values);
            }
        }
        return values;
    }

    private void pass(List<NameValue> values) {
        for (NameValue value : values) {
            if (value instanceof DefinitionValue definition) {
                passed(definition.definition());
            } else if (value instanceof ModuleValue module) {
                passed(module.module().asDefinition());
            }
        }
    }

    private void passed(ProjectDefinition definition) {
        if (quiet == 0) {
            meaning.pass(definition);
        }
    }

    /** Applies what stands behind a name: {@code ()}, {@code (await)} or {@code (value)}, any number of them. */
    private List<NameValue> applied(List<NameValue> start, String part, int from) {
        List<NameValue> values = start;
        for (int at = from; at < part.length(); at = part.indexOf(')', at) + 1) {
            if (part.startsWith(NamedTypes.VALUE, at)) {
                values = results.expandAll(values);
            } else {
                List<NameValue> given = new ArrayList<>();
                for (NameValue value : values) {
                    given.addAll(results.called(value, part.startsWith(NamedTypes.AWAITED, at)));
                }
                values = given;
            }
        }
        return values;
    }

    /** Returns instances of the types that the facts of a definition name. */
    List<NameValue> typesOf(ProjectDefinition definition) {
        if (definition.facts().types().isEmpty() || !open.add(definition)) {
            return List.of(UnknownValue.NEW);
        }
        quiet++;
        List<NameValue> values = new ArrayList<>();
        for (String type : definition.facts().types()) {
            if (NamedTypes.isNamed(type)) {
                values.addAll(results.expandAll(evaluate(definition.module(), NamedTypes.nameOf(type))));
            } else if (type.startsWith("builtins.")) {
                values.add(new OutsideValue(type + "()", false));
            } else {
                values.addAll(evaluate(definition.module(), type + "()"));
            }
        }
        quiet--;
        open.remove(definition);
        return values;
    }

    List<NameValue> member(NameValue value, String name) {
        if (value instanceof ModuleValue module) {
            return moduleMembers.of(module.module(), name);
        }
        if (value instanceof FolderValue folder) {
            return List.of(memberOfFolder(folder.path(), name));
        }
        if (value instanceof InstanceValue instance) {
            boolean isEntered = name.equals("__enter__") && classes.lacks(instance.ofClass(), name);
            return member(instance.ofClass(), isEntered ? "__aenter__" : name, false, true);
        }
        if (value instanceof SuperValue base) {
            return member(base.ofClass(), name, true, false);
        }
        if (value instanceof OutsideValue outside) {
            NameValue member = new OutsideValue(outside.name() + "." + name, outside.isOpen());
            return outside.isOpen() ? List.of(member, UnknownValue.NEW.member(name)) : List.of(member);
        }
        if (value instanceof ManagerValue manager && name.equals("__enter__")) {
            return List.of(new EnteringValue(manager.function()));
        }
        if (value instanceof DefinitionValue found) {
            return memberOfDefinition(found, name);
        }
        return List.of(value instanceof UnknownValue unknown ? unknown.member(name) : UnknownValue.NEW.member(name));
    }

    private List<NameValue> memberOfDefinition(DefinitionValue found, String name) {
        if (found.definition().kind() == DefinitionKind.CLASS) {
            return member(found.definition(), name, false, false);
        }
        List<NameValue> members = new ArrayList<>();
        for (NameValue value : results.expand(found)) {
            members.addAll(
                    value instanceof DefinitionValue same && same.definition().kind() != DefinitionKind.CLASS
                            ? List.of(UnknownValue.NEW.member(name))
                            : member(value, name));
        }
        return members;
    }

    private NameValue memberOfFolder(String folder, String name) {
        ProjectModule module = modules.atStem(folder + name);
        if (module != null) {
            return new ModuleValue(module);
        }
        if (modules.isFolder(folder + name)) {
            return new FolderValue(folder + name + "/");
        }
        meaning.doubt("there is no module " + folder + name);
        return UnknownValue.NEW;
    }

    /** Returns what a definition stands for: imports and aliases are followed. */
    List<NameValue> follow(ProjectDefinition definition) {
        String target = definition.facts().target();
        if (target == null) {
            return List.of(new DefinitionValue(definition));
        }
        if (!open.add(definition)) {
            meaning.doubt("the import of " + definition + " leads back to itself");
            return List.of(new DefinitionValue(definition));
        }
        passed(definition);
        List<NameValue> values = evaluate(definition.module(), target);
        open.remove(definition);
        return values;
    }

    // ------------------------------------------------------------ classes

    /** Returns what an attribute of a class or of its instances is. */
    private List<NameValue> member(ProjectDefinition ofClass, String name, boolean skipsFirst, boolean isInstance) {
        ClassHierarchy.Members members = classes.members(ofClass, name, skipsFirst, isInstance);
        if (members.doubt() != null) {
            meaning.doubt(members.doubt());
        }
        List<NameValue> values = new ArrayList<>();
        for (ProjectDefinition definition : members.definitions()) {
            values.addAll(follow(definition));
        }
        for (String outside : members.outside()) {
            values.add(new OutsideValue(outside + "." + name, false));
        }
        if (values.isEmpty() || members.mayBeUnknown()) {
            values.add(UnknownValue.NEW.member(name));
        }
        return values;
    }
}
