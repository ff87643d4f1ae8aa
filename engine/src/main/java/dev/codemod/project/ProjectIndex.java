package dev.codemod.project;

import static java.util.Objects.requireNonNull;

import dev.codemod.semantics.TypeTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers questions about a project: what a name means, who uses a definition, who calls whom.
 *
 * <p>Made from merged facts, without reading a file. Answers are sound as far as the facts go: what may be otherwise is
 * said, never left out. Not for use by two threads at a time.
 *
 * <pre>{@code
 * ProjectIndex index = ProjectIndex.of(facts);
 * ProjectDefinition load = index.definition("shop.config.load").definition();
 * Uses callers = index.callersOf(load);
 * for (Use call : callers.certain()) {
 *     ... call.path(), call.line(), index.userOf(call) ...
 * }
 * if (!callers.isComplete()) ... callers.doubts() ...
 * }</pre>
 */
public final class ProjectIndex {
    private final IndexFacts facts;
    private final ModuleTable modules;
    private final NameEvaluator evaluator;
    private final Map<ProjectModule, Map<String, Lookup>> resolved = new HashMap<>();
    private UseFinder finder;
    private Map<ProjectModule, Set<ProjectModule>> imports;

    private ProjectIndex(IndexFacts facts) {
        this.facts = facts;
        modules = new ModuleTable(facts);
        evaluator = new NameEvaluator(modules);
        evaluator.classes().setModules(modules.all());
    }

    /** Returns an index of the files that the facts are about. */
    public static ProjectIndex of(IndexFacts facts) {
        return new ProjectIndex(requireNonNull(facts, "facts is null"));
    }

    /** Returns the facts that the index was made from. */
    public IndexFacts facts() {
        return facts;
    }

    private UseFinder finder() {
        if (finder == null) {
            finder =
                    new UseFinder(new NameIndex(modules.all(), evaluator), evaluator, modules, facts.unreadableFiles());
        }
        return finder;
    }

    // ---------------------------------------------------------------- modules and names

    /** Returns the modules of the project, by path. */
    public List<ProjectModule> modules() {
        List<ProjectModule> all = new ArrayList<>();
        modules.all().forEach(all::add);
        return all;
    }

    /**
     * Returns the module of a name.
     *
     * @param name the dotted name from the project's source roots: {@code shop.config}
     * @return the module, or null if there is none or more than one
     */
    public ProjectModule module(String name) {
        List<ProjectModule> found = modules.named(name);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Returns the module of a file, or null if the index does not know the file. */
    public ProjectModule moduleAt(String path) {
        return modules.atPath(path);
    }

    /**
     * Returns what a name means when it is seen from nowhere in particular: imports, re-exports, aliases and star imports
     * are followed.
     *
     * @param qualifiedName for example {@code shop.Config.load}, or the name of a module
     */
    public Lookup definition(String qualifiedName) {
        return evaluator.meaning(null, qualifiedName).lookup();
    }

    /**
     * Returns what a name of a file means.
     *
     * @param path the file
     * @param name as {@link ModuleFacts} or the semantics of the file write it: {@code __main__.Config}, {@code .config.load}
     * @throws IllegalArgumentException if the index does not know the file
     */
    public Lookup resolve(String path, String name) {
        ProjectModule module = known(path);
        Map<String, Lookup> ofModule = resolved.computeIfAbsent(module, key -> new HashMap<>());
        Lookup known = ofModule.get(name);
        if (known == null) {
            known = evaluator.meaning(module, name).lookup();
            ofModule.put(name, known);
        }
        return known;
    }

    private ProjectModule known(String path) {
        ProjectModule module = modules.atPath(path);
        if (module == null) {
            throw new IllegalArgumentException("the index has no file " + path);
        }
        return module;
    }

    /**
     * Returns the files of the project whose facts the answers that were given so far would have needed, sorted. Whoever
     * adds them and asks again learns more.
     */
    public Set<String> missingFiles() {
        Set<String> files = new TreeSet<>(evaluator.missing());
        files.removeAll(facts.unreadable());
        return files;
    }

    /** Returns what a use is a use of. */
    public Lookup targetOf(Use use) {
        return resolve(use.path(), use.name());
    }

    /** Returns the definition whose code makes a use; the module itself for code outside functions and classes. */
    public ProjectDefinition userOf(Use use) {
        ProjectModule module = known(use.path());
        ProjectDefinition user = null;
        for (ProjectDefinition candidate : module.definitions(use.by())) {
            if (user == null || candidate.facts().offset() <= use.offset()) {
                user = candidate;
            }
        }
        return user == null ? module.asDefinition() : user;
    }

    /**
     * Returns the qualified names under which a definition can be reached: its own, and those that imports and aliases of
     * other modules give it.
     */
    public Set<String> names(ProjectDefinition definition) {
        Set<String> names = new TreeSet<>();
        for (ProjectDefinition one : finder().withAliases(definition)) {
            names.add(one.qualifiedName());
        }
        return names;
    }

    // ---------------------------------------------------------------- uses and calls

    /** Returns the places that use a definition in any way; imports and exports are among them. */
    public Uses referencesTo(ProjectDefinition definition) {
        return finder().references(definition);
    }

    /**
     * Returns the places that call a function, or make instances of a class.
     *
     * <p>Places that use it otherwise are doubts, as they may lead to calls elsewhere. Methods of unknown values are
     * possible callers of every method of that name.
     */
    public Uses callersOf(ProjectDefinition definition) {
        return finder().callers(definition);
    }

    /** Returns the calls that the code of a definition makes itself; functions inside it have their own. */
    public List<Use> callsOf(ProjectDefinition definition) {
        List<Use> calls = new ArrayList<>();
        for (Use use : usesBy(definition)) {
            if (use.form().isCall()) {
                calls.add(use);
            }
        }
        return calls;
    }

    /** Returns everything that the code of a definition uses itself, in the order of the code. */
    public List<Use> usesBy(ProjectDefinition definition) {
        List<Use> found = new ArrayList<>();
        for (int use : definition.module().usesBy(definition.facts())) {
            found.add(definition.module().facts().use(use));
        }
        return found;
    }

    // ---------------------------------------------------------------- classes

    /** Returns what the base classes of a class mean, in order. */
    public List<Lookup> bases(ProjectDefinition ofClass) {
        List<Lookup> bases = new ArrayList<>();
        for (String base : ofClass.facts().bases()) {
            bases.add(resolve(ofClass.path(), base));
        }
        return bases;
    }

    /** Returns the class and its base classes of the project in the order in which attributes are looked for. */
    public List<ProjectDefinition> mro(ProjectDefinition ofClass) {
        return evaluator.classes().ancestry(ofClass).order();
    }

    /** Returns the base classes, direct or not, from outside the project, by qualified name, without {@code object}. */
    public Set<String> outsideBases(ProjectDefinition ofClass) {
        return evaluator.classes().ancestry(ofClass).outside();
    }

    /** Returns whether a base class, direct or not, is not known. */
    public boolean hasUnknownBase(ProjectDefinition ofClass) {
        return evaluator.classes().ancestry(ofClass).unknown() != null;
    }

    /** Returns the classes that are derived from a class, directly or not, by path. */
    public List<ProjectDefinition> subclasses(ProjectDefinition ofClass) {
        return List.copyOf(evaluator.classes().derived(ofClass));
    }

    /** Returns the functions that classes of the project define under a name, by path. */
    public List<ProjectDefinition> methods(String name) {
        Set<ProjectDefinition> found = new TreeSet<>();
        for (ProjectModule module : modules.all()) {
            if (module.facts() != null) {
                for (DefinitionFacts definition : module.facts().definitions()) {
                    if (definition.kind() == DefinitionKind.FUNCTION
                            && definition.simpleName().equals(name)) {
                        ProjectDefinition method = new ProjectDefinition(module, definition);
                        if (finder().isMember(method)) {
                            found.add(method);
                        }
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Returns the methods that a method of a class overrides or that override it, in all classes of the project. */
    public List<ProjectDefinition> overrides(ProjectDefinition method) {
        Set<ProjectDefinition> found = new TreeSet<>();
        ProjectDefinition owner = finder().owner(method);
        if (owner.kind() == DefinitionKind.CLASS) {
            Set<ProjectDefinition> relatives = new TreeSet<>(mro(owner));
            relatives.addAll(subclasses(owner));
            for (ProjectDefinition relative : relatives) {
                found.addAll(relative.module()
                        .definitions(
                                relative.facts().name() + "." + method.facts().simpleName()));
            }
        }
        found.remove(method);
        return List.copyOf(found);
    }

    // ---------------------------------------------------------------- types

    /**
     * Returns a table of types that knows the functions, classes and attributes of the project's other files besides what
     * {@code table} knows.
     *
     * <pre>{@code
     * Types types = Types.of(file.semantics(), index.typeTable(file.path(), table));
     * }</pre>
     *
     * Classes of the file itself are called {@code __main__.Class} there, those of other files {@code module.Class}, and
     * what a {@code contextmanager} function of another file makes {@code =module.function()}.
     *
     * @param path the file whose code the questions are about
     */
    public TypeTable typeTable(String path, TypeTable table) {
        return table.with(new ProjectTypes(this, known(path), evaluator.with(table)));
    }

    // ---------------------------------------------------------------- imports

    /** Returns the modules of the project that a module certainly or possibly imports, their packages too, by path. */
    public List<ProjectModule> importsOf(ProjectModule module) {
        Set<ProjectDefinition> found = new TreeSet<>();
        if (module.facts() != null) {
            for (Use use : module.facts().uses()) {
                if (use.form() == UseForm.IMPORT || use.form() == UseForm.STAR_IMPORT) {
                    addModules(module, use, found);
                }
            }
        }
        List<ProjectModule> imported = new ArrayList<>();
        Set<ProjectDefinition> all = new TreeSet<>();
        for (ProjectDefinition one : found) {
            for (ProjectModule each = one.module(); each != null; each = modules.packageAround(each)) {
                all.add(each.asDefinition());
            }
        }
        for (ProjectDefinition one : all) {
            if (one.module() != module) {
                imported.add(one.module());
            }
        }
        return imported;
    }

    /**
     * Returns whether a use happens when its module is imported: it stands in the code of the module or of a class outside
     * functions, is no part of a lambda or generator expression, and not only for type checkers.
     */
    public boolean runsAtImport(Use use) {
        ProjectDefinition user = userOf(use);
        while (user.kind() == DefinitionKind.CLASS) {
            user = finder().owner(user);
        }
        return user.kind() == DefinitionKind.MODULE && !use.isDeferred() && !use.isTypeChecking();
    }

    /**
     * Returns the modules that import each other while they are imported, the given one included, by path; it alone if it
     * is in no cycle. Imports inside functions and for type checkers make no cycle, and neither do the packages around a
     * module.
     */
    public List<ProjectModule> importCycle(ProjectModule module) {
        Set<ProjectDefinition> forward = reached(module, importedAtImport());
        Map<ProjectModule, Set<ProjectModule>> reversed = new HashMap<>();
        importedAtImport()
                .forEach((from, targets) ->
                        targets.forEach(target -> reversed.computeIfAbsent(target, key -> new LinkedHashSet<>())
                                .add(from)));
        forward.retainAll(reached(module, reversed));
        List<ProjectModule> cycle = new ArrayList<>();
        forward.forEach(one -> cycle.add(one.module()));
        return cycle;
    }

    private static Set<ProjectDefinition> reached(ProjectModule start, Map<ProjectModule, Set<ProjectModule>> graph) {
        Set<ProjectDefinition> reached = new TreeSet<>(List.of(start.asDefinition()));
        Deque<ProjectModule> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (ProjectModule next : graph.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next.asDefinition())) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private Map<ProjectModule, Set<ProjectModule>> importedAtImport() {
        if (imports == null) {
            imports = new HashMap<>();
            for (ProjectModule module : modules.all()) {
                Set<ProjectDefinition> found = new TreeSet<>();
                if (module.facts() != null) {
                    for (Use use : module.facts().uses()) {
                        boolean isImport = use.form() == UseForm.IMPORT || use.form() == UseForm.STAR_IMPORT;
                        if (isImport && runsAtImport(use)) {
                            addModules(module, use, found);
                        }
                    }
                }
                Set<ProjectModule> targets = new LinkedHashSet<>();
                found.forEach(one -> targets.add(one.module()));
                targets.remove(module);
                imports.put(module, targets);
            }
        }
        return imports;
    }

    private void addModules(ProjectModule module, Use use, Set<ProjectDefinition> found) {
        String name = use.name();
        if (use.form() == UseForm.STAR_IMPORT) {
            name = name.substring(0, name.length() - (name.endsWith("..*") ? 1 : 2));
        }
        Meaning meaning = evaluator.meaning(module, name);
        for (ProjectDefinition one : meaning.definitions) {
            found.add(one.kind() == DefinitionKind.MODULE ? one : one.module().asDefinition());
        }
        for (ProjectDefinition one : meaning.passed) {
            if (one.kind() == DefinitionKind.MODULE) {
                found.add(one);
            }
        }
    }
}
