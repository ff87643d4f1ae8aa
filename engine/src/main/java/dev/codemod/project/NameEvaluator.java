package dev.codemod.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a name of a file, as {@link ModuleFacts} write names, through the modules of the project. */
final class NameEvaluator {
    /** Longer ways through imports and aliases are given up. */
    private static final int DEEPEST = 40;

    private final ModuleTable modules;
    private final ClassHierarchy classes;

    /** A step on the way: what is reached so far. */
    private interface Value {}

    private record ModuleValue(ProjectModule module) implements Value {}

    /** A folder without {@code __init__.py}. */
    private record FolderValue(String stem) implements Value {}

    private record DefinitionValue(ProjectDefinition definition) implements Value {}

    private record InstanceValue(ProjectDefinition ofClass) implements Value {}

    private record OutsideValue(String name) implements Value {}

    /** A value that is not known, and the attributes that were read from it. */
    private record UnknownValue(List<String> members) implements Value {
        static final UnknownValue NEW = new UnknownValue(List.of());

        UnknownValue member(String name) {
            List<String> all = new ArrayList<>(members);
            all.add(name);
            return new UnknownValue(all);
        }
    }

    NameEvaluator(ModuleTable modules) {
        this.modules = modules;
        classes = new ClassHierarchy(this);
    }

    ClassHierarchy classes() {
        return classes;
    }

    /** Returns what a name in a module means; {@code from} is null for a name of nobody's. */
    Meaning meaning(ProjectModule from, String name) {
        Meaning meaning = new Meaning();
        Walk walk = new Walk(meaning, new HashSet<>());
        for (Value value : walk.evaluate(from, name)) {
            if (value instanceof ModuleValue module) {
                meaning.definitions.add(module.module().asDefinition());
            } else if (value instanceof DefinitionValue found) {
                meaning.definitions.add(found.definition());
            } else if (value instanceof OutsideValue outside) {
                meaning.outside.add(outside.name());
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

    /** One evaluation. */
    private final class Walk {
        private final Meaning meaning;

        /** Definitions whose targets are being followed, against cycles of imports. */
        private final Set<ProjectDefinition> open;

        Walk(Meaning meaning, Set<ProjectDefinition> open) {
            this.meaning = meaning;
            this.open = open;
        }

        List<Value> evaluate(ProjectModule from, String name) {
            if (open.size() > DEEPEST) {
                meaning.doubt("too many imports and aliases lead to it");
                return List.of(UnknownValue.NEW);
            }
            if (name.startsWith("super(")) {
                int end = name.indexOf(')');
                return superMember(from, name.substring(6, end), name.substring(end + 2));
            }
            List<String> parts = parts(name);
            String first = parts.get(0);
            if (first.equals("?")) {
                return steps(List.of(UnknownValue.NEW), parts, 1);
            }
            if (first.equals("__main__") && from != null) {
                return steps(List.of(new ModuleValue(from)), parts, 1);
            }
            return first.startsWith(".") ? relative(from, parts) : absolute(from, parts);
        }

        private List<Value> superMember(ProjectModule from, String className, String member) {
            List<Value> found = new ArrayList<>();
            for (Value value : evaluate(from, className)) {
                if (value instanceof DefinitionValue definition
                        && definition.definition().kind() == DefinitionKind.CLASS) {
                    found.addAll(member(definition.definition(), memberName(member), true, false));
                } else {
                    found.add(UnknownValue.NEW.member(memberName(member)));
                }
            }
            List<String> parts = parts(member);
            return steps(found, parts, 1);
        }

        private String memberName(String member) {
            return parts(member).get(0);
        }

        // ------------------------------------------------------------ modules

        private List<Value> absolute(ProjectModule from, List<String> parts) {
            int plain = 0;
            while (plain < parts.size()
                    && !parts.get(plain).endsWith(")")
                    && !parts.get(plain).equals("*")) {
                plain++;
            }
            if (plain < parts.size() && parts.get(plain).endsWith(")")) {
                plain++;
            }
            int longest = Math.min(plain, parts.size());
            for (int length = longest; length > 0; length--) {
                String dotted = String.join(".", parts.subList(0, length));
                ModuleTable.Found found = dotted.endsWith(")") ? ModuleTable.Found.NONE : modules.find(dotted, from);
                if (!found.modules().isEmpty()) {
                    return inModules(found, dotted, parts, length);
                }
            }
            return List.of(new OutsideValue(String.join(".", parts)));
        }

        private List<Value> inModules(ModuleTable.Found found, String dotted, List<String> parts, int length) {
            if (!found.isCertain()) {
                meaning.doubt("it depends on sys.path what " + dotted + " is");
            }
            List<Value> values = new ArrayList<>();
            for (ProjectModule module : found.modules()) {
                // from package import name: a variable of that name hides the module.
                ProjectModule parent = modules.packageAround(module);
                String last = parts.get(length - 1);
                List<Value> hiding = parent == null || parent == module ? List.of() : bound(parent, last, module);
                values.addAll(hiding);
                if (!hiding.isEmpty()) {
                    meaning.doubt(parent + " binds the name of its module " + last);
                }
                values.add(new ModuleValue(module));
                passModule(module, length < parts.size());
            }
            if (!found.isCertain()) {
                values.add(new OutsideValue(String.join(".", parts.subList(0, length))));
            }
            return steps(values, parts, length);
        }

        private void passModule(ProjectModule module, boolean goesOn) {
            if (goesOn) {
                meaning.pass(module.asDefinition());
            }
        }

        /** Returns the values that a package gives to the name of one of its modules, other than the module. */
        private List<Value> bound(ProjectModule parent, String name, ProjectModule module) {
            List<Value> values = new ArrayList<>();
            for (ProjectDefinition definition : parent.definitions(name)) {
                if (definition.kind() != DefinitionKind.IMPORT) {
                    values.add(new DefinitionValue(definition));
                } else {
                    for (Value value : follow(definition)) {
                        if (!(value instanceof ModuleValue same && same.module() == module)) {
                            values.add(value);
                        }
                    }
                }
            }
            return values;
        }

        private List<Value> relative(ProjectModule from, List<String> parts) {
            String first = parts.get(0);
            int level = 0;
            while (level < first.length() && first.charAt(level) == '.') {
                level++;
            }
            if (from == null) {
                meaning.doubt("the name is relative");
                return List.of(UnknownValue.NEW);
            }
            String folder = from.folder();
            for (int up = 1; up < level; up++) {
                if (folder.isEmpty()) {
                    meaning.doubt("the import leads out of the project");
                    return List.of(UnknownValue.NEW);
                }
                folder = ModuleTable.above(folder);
            }
            List<String> rest = new ArrayList<>(parts);
            rest.set(0, first.substring(level));
            if (rest.get(0).isEmpty()) {
                rest.remove(0);
            }
            String stem = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
            return steps(List.of(package_(stem)), rest, 0);
        }

        private Value package_(String stem) {
            ProjectModule module = modules.atStem(stem);
            return module != null ? new ModuleValue(module) : new FolderValue(stem);
        }

        // ------------------------------------------------------------ steps

        private List<Value> steps(List<Value> start, List<String> parts, int from) {
            List<Value> values = start;
            for (int i = from; i < parts.size(); i++) {
                String part = parts.get(i);
                String name = part.endsWith("()") ? part.substring(0, part.indexOf('(')) : part;
                boolean isLast = i == parts.size() - 1;
                List<Value> next = new ArrayList<>();
                for (Value value : values) {
                    next.addAll(member(value, name));
                }
                for (int calls = (part.length() - name.length()) / 2; calls > 0; calls--) {
                    next = called(next);
                }
                pass(next, isLast);
                values = next;
            }
            return values;
        }

        private void pass(List<Value> values, boolean isLast) {
            for (Value value : values) {
                if (!isLast && value instanceof DefinitionValue definition) {
                    meaning.pass(definition.definition());
                } else if (!isLast && value instanceof ModuleValue module) {
                    meaning.pass(module.module().asDefinition());
                }
            }
        }

        private List<Value> called(List<Value> values) {
            List<Value> results = new ArrayList<>();
            for (Value value : values) {
                if (value instanceof DefinitionValue definition
                        && definition.definition().kind() == DefinitionKind.CLASS) {
                    results.add(new InstanceValue(definition.definition()));
                } else if (value instanceof OutsideValue outside) {
                    results.add(new OutsideValue(outside.name() + "()"));
                } else {
                    results.add(UnknownValue.NEW);
                }
            }
            return results;
        }

        private List<Value> member(Value value, String name) {
            if (value instanceof ModuleValue module) {
                return memberOfModule(module.module(), name);
            }
            if (value instanceof FolderValue folder) {
                String stem = folder.stem().isEmpty() ? name : folder.stem() + "/" + name;
                if (modules.atStem(stem) != null || modules.isFolder(stem)) {
                    return List.of(package_(stem));
                }
                meaning.doubt("there is no module " + stem);
                return List.of(UnknownValue.NEW);
            }
            if (value instanceof InstanceValue instance) {
                return member(instance.ofClass(), name, false, true);
            }
            if (value instanceof OutsideValue outside) {
                return List.of(new OutsideValue(outside.name() + "." + name));
            }
            if (value instanceof DefinitionValue found) {
                return found.definition().kind() == DefinitionKind.CLASS
                        ? member(found.definition(), name, false, false)
                        : List.of(UnknownValue.NEW.member(name));
            }
            return List.of(((UnknownValue) value).member(name));
        }

        private List<Value> memberOfModule(ProjectModule module, String name) {
            List<ProjectDefinition> definitions = current(module.definitions(name));
            if (definitions.size() > 1) {
                meaning.doubt(module + " defines " + name + " more than once");
            }
            List<Value> values = new ArrayList<>();
            for (ProjectDefinition definition : definitions) {
                values.addAll(follow(definition));
            }
            if (definitions.isEmpty() || isConditional(definitions)) {
                addStars(module, name, values);
            }
            if (values.isEmpty()) {
                ProjectModule submodule = modules.submodule(module, name);
                if (submodule != null) {
                    return List.of(new ModuleValue(submodule));
                }
                meaning.doubt(reasonOfMissing(module, name));
                return List.of(UnknownValue.NEW);
            }
            return values;
        }

        private String reasonOfMissing(ProjectModule module, String name) {
            if (module.facts() == null) {
                return module.isUnreadable()
                        ? module.path() + " cannot be read"
                        : "nobody looked into " + module.path();
            }
            return "nothing in " + module.path() + " binds " + name;
        }

        private static boolean isConditional(List<ProjectDefinition> definitions) {
            return definitions.stream().allMatch(one -> one.facts().isConditional());
        }

        /** Returns the definitions from the last one on that is made for sure. */
        private static List<ProjectDefinition> current(List<ProjectDefinition> all) {
            for (int i = all.size() - 1; i > 0; i--) {
                if (!all.get(i).facts().isConditional()) {
                    return all.subList(i, all.size());
                }
            }
            return all;
        }

        private void addStars(ProjectModule module, String name, List<Value> values) {
            if (module.facts() == null) {
                return;
            }
            List<String> stars = module.facts().starImports();
            for (int i = stars.size() - 1; i >= 0; i--) {
                ProjectDefinition step = new ProjectDefinition(
                        module, DefinitionFacts.plain(DefinitionKind.IMPORT, name, 1, -1 - i, false, stars.get(i)));
                if (!open.add(step)) {
                    continue;
                }
                for (Value source : evaluate(module, stars.get(i))) {
                    if (source instanceof ModuleValue starred) {
                        addStarred(starred.module(), name, values);
                    } else {
                        meaning.doubt("a star import of " + module.path() + " may bind " + name);
                    }
                }
                open.remove(step);
            }
        }

        private void addStarred(ProjectModule starred, String name, List<Value> values) {
            if (starred.facts() == null) {
                meaning.doubt(reasonOfMissing(starred, name));
                return;
            }
            List<String> exports = starred.facts().exports();
            boolean isExported = exports != null ? exports.contains(name) : !name.startsWith("_");
            if (starred.facts().declaresExports() && exports == null) {
                isExported = true;
                meaning.doubt("__all__ of " + starred.path() + " is computed");
            }
            if (!isExported) {
                return;
            }
            Meaning inner = new Meaning();
            List<Value> found = new Walk(inner, open).memberOfModule(starred, name);
            boolean missing = found.size() == 1 && found.get(0) instanceof UnknownValue && inner.definitions.isEmpty();
            if (!missing) {
                values.addAll(found);
                inner.passed.forEach(meaning::pass);
                if (inner.doubt != null) {
                    meaning.doubt(inner.doubt);
                }
            }
        }

        /** Returns what a definition stands for: imports and aliases are followed. */
        private List<Value> follow(ProjectDefinition definition) {
            String target = definition.facts().target();
            if (target == null) {
                return List.of(new DefinitionValue(definition));
            }
            if (!open.add(definition)) {
                meaning.doubt("the import of " + definition + " leads back to itself");
                return List.of(new DefinitionValue(definition));
            }
            meaning.pass(definition);
            List<Value> values = evaluate(definition.module(), target);
            open.remove(definition);
            return values;
        }

        // ------------------------------------------------------------ classes

        /** Returns what an attribute of a class or of its instances is. */
        private List<Value> member(ProjectDefinition ofClass, String name, boolean skipsFirst, boolean isInstance) {
            ClassHierarchy.Members members = classes.members(ofClass, name, skipsFirst, isInstance);
            if (members.doubt() != null) {
                meaning.doubt(members.doubt());
            }
            List<Value> values = new ArrayList<>();
            for (ProjectDefinition definition : members.definitions()) {
                values.addAll(follow(definition));
            }
            for (String outside : members.outside()) {
                values.add(new OutsideValue(outside + "." + name));
            }
            if (values.isEmpty() || members.mayBeUnknown()) {
                values.add(UnknownValue.NEW.member(name));
            }
            return values;
        }
    }

    /** Splits a name at its dots; leading dots stay with the first part, and local functions are one part. */
    static List<String> parts(String name) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) == '.') {
            i++;
        }
        for (; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.' && !isLocal(name, i)) {
                parts.add(name.substring(start, i));
                start = i + 1;
            }
        }
        if (parts.size() > 1 && parts.get(0).equals("__main__")) {
            joinLocals(parts);
        }
        return parts;
    }

    private static boolean isLocal(String name, int dot) {
        return name.startsWith(".<locals>.", dot) || dot >= 9 && name.startsWith(".<locals>", dot - 9);
    }

    /** {@code __main__.C.m.<locals>.f} is one definition of the module. */
    private static void joinLocals(List<String> parts) {
        int last = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).contains("<locals>")) {
                last = i;
            }
        }
        if (last > 1) {
            String joined = String.join(".", parts.subList(1, last + 1));
            parts.subList(1, last + 1).clear();
            parts.add(1, joined);
        }
    }
}
