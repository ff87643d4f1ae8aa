package dev.codemod.project;

import dev.codemod.rewrite.StandardLibrary;
import dev.codemod.semantics.TypeTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Follows a name of a file, as {@link ModuleFacts} write names, through the modules of the project. */
final class NameEvaluator {
    /** Longer ways through imports and aliases are given up. */
    /** Files of the project whose facts an answer would have needed. */
    private final Set<String> missing = new TreeSet<>();

    private static final int DEEPEST = 40;

    /** So are names that need more imports and aliases than this, all branches together. */
    private static final int MOST = 500;

    private static final TypeTable LIBRARY = TypeTable.builder().build();

    private static final Set<String> PROPERTIES = Set.of(
            "builtins.property",
            "__builtin__.property",
            "functools.cached_property",
            "django.utils.functional.cached_property");

    private static final Set<String> CONTEXT_MANAGERS =
            Set.of("contextlib.contextmanager", "contextlib.asynccontextmanager");

    private final ModuleTable modules;
    private final TypeTable table;
    private final ClassHierarchy classes;
    private final Map<ProjectModule, Stars> stars = new HashMap<>();

    /** A step on the way: what is reached so far. */
    private interface Value {}

    private record ModuleValue(ProjectModule module) implements Value {}

    /** A folder without {@code __init__.py}; the path ends with a slash. */
    private record FolderValue(String path) implements Value {}

    private record DefinitionValue(ProjectDefinition definition) implements Value {}

    private record InstanceValue(ProjectDefinition ofClass) implements Value {}

    /** A value from outside the project; open if it may be any value at all, because an unknown call gave it. */
    /** The method {@code __enter__} of what a generator function makes. */
    private record EnteringValue(ProjectDefinition function) implements Value {}

    private record SuperValue(ProjectDefinition ofClass) implements Value {}

    private record OutsideValue(String name, boolean isOpen) implements Value {}

    /** A context manager that a generator function of the project makes. */
    private record ManagerValue(ProjectDefinition function) implements Value {}

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
        table = LIBRARY;
        classes = new ClassHierarchy(this);
    }

    private NameEvaluator(NameEvaluator other, TypeTable table) {
        modules = other.modules;
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
        Walk walk = new Walk(new Meaning(), new HashSet<>());
        Set<String> types = new LinkedHashSet<>();
        for (Value value : walk.expandAll(walk.evaluate(from, name))) {
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

    /**
     * The modules that a module imports by {@code *}.
     *
     * @param doubt why there may be others, or null
     */
    private record Stars(List<ProjectModule> modules, String doubt) {
        static final Stars NONE = new Stars(List.of(), null);
    }

    private Stars starsOf(ProjectModule module) {
        if (module.facts() == null || module.facts().starImports().isEmpty()) {
            return Stars.NONE;
        }
        Stars known = stars.get(module);
        if (known == null) {
            List<ProjectModule> found = new ArrayList<>();
            String doubt = null;
            for (String name : module.facts().starImports()) {
                ModuleTable.Found one = modules.imported(name, module);
                found.addAll(one.modules());
                if (!one.isCertain() || one.modules().isEmpty()) {
                    doubt = "what " + module.path() + " imports by * from " + name + " is not known";
                }
            }
            known = new Stars(found, doubt);
            stars.put(module, known);
        }
        return known;
    }

    /** One evaluation. */
    private final class Walk {
        private final Meaning meaning;

        /** Definitions whose targets are being followed, against cycles of imports. */
        private final Set<ProjectDefinition> open;

        private int evaluations;

        /** More than 0 while types are followed, which the name itself does not pass. */
        private int quiet;

        Walk(Meaning meaning, Set<ProjectDefinition> open) {
            this.meaning = meaning;
            this.open = open;
        }

        List<Value> evaluate(ProjectModule from, String name) {
            if (open.size() > DEEPEST || ++evaluations > MOST) {
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
                    found.add(new SuperValue(definition.definition()));
                } else {
                    found.add(UnknownValue.NEW);
                }
            }
            return steps(found, parts(member), 0);
        }

        // ------------------------------------------------------------ modules

        private List<Value> absolute(ProjectModule from, List<String> parts) {
            for (int length = plainParts(parts); length > 0; length--) {
                String dotted = String.join(".", parts.subList(0, length));
                ModuleTable.Found found = modules.find(dotted, from);
                if (!found.modules().isEmpty()) {
                    return inModules(found, from, dotted, parts, length);
                }
            }
            return steps(List.of(new OutsideValue(parts.get(0), false)), parts, 1);
        }

        /** Returns how many parts may be the name of a module: those before a call or a star. */
        private static int plainParts(List<String> parts) {
            int plain = 0;
            while (plain < parts.size()
                    && !parts.get(plain).endsWith(")")
                    && !parts.get(plain).equals("*")) {
                plain++;
            }
            return plain;
        }

        private List<Value> relative(ProjectModule from, List<String> parts) {
            String folder = from == null ? null : modules.folderOf(from, level(parts.get(0)));
            if (folder == null) {
                meaning.doubt(from == null ? "the name is relative" : "the import leads out of the project");
                return List.of(UnknownValue.NEW);
            }
            List<String> rest = new ArrayList<>(parts);
            rest.set(0, parts.get(0).substring(level(parts.get(0))));
            if (rest.get(0).isEmpty()) {
                rest.remove(0);
            }
            for (int length = plainParts(rest); length > 0; length--) {
                ProjectModule module = modules.atStem(folder + String.join("/", rest.subList(0, length)));
                if (module != null) {
                    ModuleTable.Found found = new ModuleTable.Found(List.of(module), true);
                    String dotted = ".".repeat(level(parts.get(0))) + String.join(".", rest.subList(0, length));
                    return inModules(found, from, dotted, rest, length);
                }
            }
            ProjectModule around = modules.atFolder(folder);
            if (around != null && !rest.isEmpty()) {
                passed(around.asDefinition());
            }
            return steps(List.of(around != null ? new ModuleValue(around) : new FolderValue(folder)), rest, 0);
        }

        private List<Value> inModules(
                ModuleTable.Found found, ProjectModule from, String dotted, List<String> parts, int length) {
            if (!found.isCertain()) {
                meaning.doubt("it depends on sys.path what " + dotted + " is");
            }
            boolean isSurelyModule =
                    from != null && length < parts.size() && from.importsOnlyFrom(dotted, parts.get(length));
            List<Value> values = new ArrayList<>();
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
        private void addHiding(ProjectModule module, String name, List<Value> values) {
            ProjectModule parent = modules.packageAround(module);
            if (parent == null || parent == module) {
                return;
            }
            for (ProjectDefinition definition : parent.definitions(name)) {
                for (Value value : follow(definition)) {
                    if (!(value instanceof ModuleValue same && same.module() == module)) {
                        values.add(value);
                        meaning.doubt(parent + " binds the name of its module " + name);
                    }
                }
            }
        }

        // ------------------------------------------------------------ steps

        private List<Value> steps(List<Value> start, List<String> parts, int from) {
            int lastCall = parts.size() - 1;
            while (lastCall >= 0 && !parts.get(lastCall).endsWith(")")) {
                lastCall--;
            }
            List<Value> values = start;
            for (int i = from; i < parts.size(); i++) {
                String part = parts.get(i);
                int end = part.indexOf('(');
                String name = end < 0 ? part : part.substring(0, end);
                List<Value> next = new ArrayList<>();
                for (Value value : values) {
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

        private void pass(List<Value> values) {
            for (Value value : values) {
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
        private List<Value> applied(List<Value> start, String part, int from) {
            List<Value> values = start;
            for (int at = from; at < part.length(); at = part.indexOf(')', at) + 1) {
                if (part.startsWith(NamedTypes.VALUE, at)) {
                    values = expandAll(values);
                } else {
                    List<Value> results = new ArrayList<>();
                    for (Value value : values) {
                        results.addAll(called(value, part.startsWith(NamedTypes.AWAITED, at)));
                    }
                    values = results;
                }
            }
            return values;
        }

        private List<Value> called(Value value, boolean isAwaited) {
            if (value instanceof OutsideValue outside) {
                return List.of(called(outside, isAwaited));
            }
            if (value instanceof EnteringValue entering) {
                return typesOf(entering.function());
            }
            if (value instanceof InstanceValue instance) {
                List<Value> results = new ArrayList<>();
                for (Value method : member(instance, "__call__")) {
                    results.addAll(
                            method instanceof UnknownValue ? List.of(UnknownValue.NEW) : called(method, isAwaited));
                }
                return results;
            }
            if (value instanceof DefinitionValue found) {
                return called(found.definition(), isAwaited);
            }
            return List.of(UnknownValue.NEW);
        }

        private List<Value> called(ProjectDefinition definition, boolean isAwaited) {
            DefinitionFacts facts = definition.facts();
            if (facts.kind() == DefinitionKind.CLASS) {
                return List.of(isAwaited ? UnknownValue.NEW : new InstanceValue(definition));
            }
            if (facts.kind() != DefinitionKind.FUNCTION) {
                List<Value> results = new ArrayList<>();
                for (Value value : expand(new DefinitionValue(definition))) {
                    results.addAll(
                            value instanceof DefinitionValue ? List.of(UnknownValue.NEW) : called(value, isAwaited));
                }
                return results;
            }
            if (facts.decorators().stream().anyMatch(CONTEXT_MANAGERS::contains)) {
                return List.of(isAwaited ? UnknownValue.NEW : new ManagerValue(definition));
            }
            boolean isEntering = facts.simpleName().equals("__aenter__");
            return facts.isAsync() == isAwaited || isEntering ? typesOf(definition) : List.of(UnknownValue.NEW);
        }

        private Value called(OutsideValue outside, boolean isAwaited) {
            String name = outside.name().replace("()", "");
            String type = isAwaited ? table.awaited(name) : table.returned(name);
            if (name.endsWith(".__enter__") && type == null) {
                type = table.entered(name.substring(0, name.length() - 10));
            }
            if (type != null) {
                return new OutsideValue(type + "()", false);
            }
            boolean isClass = Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
            return isAwaited ? UnknownValue.NEW : new OutsideValue(outside.name() + "()", outside.isOpen() || !isClass);
        }

        /** Returns the values of variables, attributes and properties; other values are themselves. */
        private List<Value> expandAll(List<Value> values) {
            List<Value> results = new ArrayList<>();
            values.forEach(value -> results.addAll(expand(value)));
            return results;
        }

        private List<Value> expand(Value value) {
            if (value instanceof OutsideValue outside
                    && table.value(outside.name().replace("()", "")) != null) {
                return List.of(new OutsideValue(table.value(outside.name().replace("()", "")) + "()", false));
            }
            if (!(value instanceof DefinitionValue found)) {
                return List.of(value);
            }
            DefinitionFacts facts = found.definition().facts();
            boolean isVariable = facts.kind() == DefinitionKind.VARIABLE || facts.kind() == DefinitionKind.ATTRIBUTE;
            return isVariable || facts.decorators().stream().anyMatch(PROPERTIES::contains)
                    ? typesOf(found.definition())
                    : List.of(value);
        }

        /** Returns instances of the types that the facts of a definition name. */
        private List<Value> typesOf(ProjectDefinition definition) {
            if (definition.facts().types().isEmpty() || !open.add(definition)) {
                return List.of(UnknownValue.NEW);
            }
            quiet++;
            List<Value> values = new ArrayList<>();
            for (String type : definition.facts().types()) {
                if (NamedTypes.isNamed(type)) {
                    values.addAll(expandAll(evaluate(definition.module(), NamedTypes.nameOf(type))));
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

        private List<Value> member(Value value, String name) {
            if (value instanceof ModuleValue module) {
                return memberOfModule(module.module(), name);
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
                Value member = new OutsideValue(outside.name() + "." + name, outside.isOpen());
                return outside.isOpen() ? List.of(member, UnknownValue.NEW.member(name)) : List.of(member);
            }
            if (value instanceof ManagerValue manager && name.equals("__enter__")) {
                return List.of(new EnteringValue(manager.function()));
            }
            if (value instanceof DefinitionValue found) {
                return memberOfDefinition(found, name);
            }
            return List.of(
                    value instanceof UnknownValue unknown ? unknown.member(name) : UnknownValue.NEW.member(name));
        }

        private List<Value> memberOfDefinition(DefinitionValue found, String name) {
            if (found.definition().kind() == DefinitionKind.CLASS) {
                return member(found.definition(), name, false, false);
            }
            List<Value> members = new ArrayList<>();
            for (Value value : expand(found)) {
                members.addAll(
                        value instanceof DefinitionValue same
                                        && same.definition().kind() != DefinitionKind.CLASS
                                ? List.of(UnknownValue.NEW.member(name))
                                : member(value, name));
            }
            return members;
        }

        private Value memberOfFolder(String folder, String name) {
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

        private List<Value> memberOfModule(ProjectModule module, String name) {
            List<ProjectDefinition> definitions = current(module.definitions(name));
            if (definitions.size() > 1) {
                meaning.doubt(module + " defines " + name + " more than once");
            }
            List<Value> values = new ArrayList<>();
            for (ProjectDefinition definition : definitions) {
                values.addAll(follow(definition));
            }
            if (module.facts() != null && (definitions.isEmpty() || isConditional(definitions))) {
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
                missing.add(module.path());
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

        /** Adds what star imports of a module bring under a name, through any number of modules, each looked at once. */
        private void addStars(ProjectModule module, String name, List<Value> values) {
            Set<ProjectModule> seen = new HashSet<>(List.of(module));
            Deque<ProjectModule> pending = new ArrayDeque<>(List.of(module));
            while (!pending.isEmpty()) {
                Stars stars = starsOf(pending.pop());
                if (stars.doubt() != null) {
                    meaning.doubt(stars.doubt());
                }
                for (ProjectModule starred : stars.modules()) {
                    if (seen.add(starred) && addStarred(starred, name, values)) {
                        pending.push(starred);
                    }
                }
            }
        }

        /** Adds what a star import of one module brings; returns whether its own star imports may bring more. */
        private boolean addStarred(ProjectModule starred, String name, List<Value> values) {
            if (starred.facts() == null) {
                meaning.doubt(reasonOfMissing(starred, name));
                return false;
            }
            List<String> exports = starred.facts().exports();
            boolean isComputed = starred.facts().declaresExports() && exports == null;
            if (!isComputed && !(exports != null ? exports.contains(name) : !name.startsWith("_"))) {
                return false;
            }
            List<ProjectDefinition> definitions = current(starred.definitions(name));
            for (ProjectDefinition definition : definitions) {
                if (isComputed) {
                    meaning.doubt("__all__ of " + starred.path() + " is computed");
                }
                values.addAll(follow(definition));
            }
            ProjectModule submodule = exports == null ? null : modules.submodule(starred, name);
            if (definitions.isEmpty() && submodule != null) {
                values.add(new ModuleValue(submodule));
            }
            return definitions.isEmpty() || isConditional(definitions);
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
            passed(definition);
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
                values.add(new OutsideValue(outside + "." + name, false));
            }
            if (values.isEmpty() || members.mayBeUnknown()) {
                values.add(UnknownValue.NEW.member(name));
            }
            return values;
        }
    }

    private static int level(String part) {
        int level = 0;
        while (level < part.length() && part.charAt(level) == '.') {
            level++;
        }
        return level;
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
