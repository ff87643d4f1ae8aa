package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.singleton.ClassFact.Outcome;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the file of a singleton class says about it: whether and how it can be converted. */
final class ClassAnalysis {
    private final FileContext file;
    private final Semantics names;
    private final ClassView view;
    private final MetaclassUse use;
    private final MetaclassFact metaclass;
    private final OwnSingleton own;
    private final InstanceNames free;
    private final boolean isExported;
    private final List<Blocker> blockers = new ArrayList<>();
    private ClassUses uses;

    /** The singletons of the file that it derives from or that derive from it, and itself, sorted. */
    private List<ClassKey> family;

    private final List<String> paths;

    /** Whether it has relatives, in any file. */
    private boolean isInFamily;

    private ClassAnalysis(
            FileContext file,
            ClassView view,
            MetaclassUse use,
            MetaclassFact metaclass,
            OwnSingleton own,
            Set<String> given,
            List<String> paths) {
        this.paths = paths;
        this.own = own;
        this.file = file;
        this.names = file.semantics();
        this.view = view;
        this.use = use;
        this.metaclass = metaclass;
        this.isExported = Exports.contains(file.module(), name());
        Blocker kind = kind();
        boolean isTopLevel = names.path(view.definition()).parent() instanceof Module;
        if (kind != null) {
            blockers.add(kind);
        } else {
            blockers.addAll(new ClassHazards(file.path(), view, use, metaclass, own, names).find());
        }
        if (isTopLevel) {
            uses = new ClassUses(view, names, own, metaclass.isByClass());
            blockers.addAll(kind == null ? uses.blockers() : List.of());
        }
        boolean isPackage = ModulePath.of(file.path()).isPackage();
        this.free = new InstanceNames(names, isPackage, uses == null ? List.of() : uses.calls(), given);
        free.reserve(name());
    }

    /** Returns the singleton classes of a file, those that stay as they are included. */
    static List<ClassAnalysis> of(FileContext file, SingletonFacts definitions) {
        List<ClassAnalysis> found = new ArrayList<>();
        MetaclassResolver resolver = new MetaclassResolver(file.path(), file.semantics(), definitions);
        Set<String> given = new HashSet<>();
        Set<String> candidates = definitions.candidatesIn(file.path());
        for (ClassDef definition : file.module().findAll(ClassDef.class)) {
            MetaclassUse use = MetaclassUse.of(definition, file.semantics());
            OwnSingleton own = null;
            if (use == null && candidates.contains(definition.name().sourceText())) {
                use = resolver.decoration(definition);
                own = use == null ? OwnSingleton.of(definition, file.path(), file.semantics()) : null;
                use = own == null ? use : own.use();
                use = use == null ? resolver.inherited(definition) : use;
            }
            Heritage heritage = heritage(definition, file, definitions, own);
            boolean isHeir = use == null && heritage != null && heritage.metaclass() != null;
            use = isHeir ? new MetaclassUse(MetaclassUse.Form.INHERITED, null, null) : use;
            MetaclassFact metaclass = isHeir
                    ? heritage.metaclass()
                    : own != null ? own.fact() : use == null ? null : resolver.resolve(use.metaclass());
            if (metaclass != null) {
                ClassView view = new ClassView(definition, file.semantics(), removed(own), heritage);
                found.add(new ClassAnalysis(file, view, use, metaclass, own, given, definitions.paths()));
            }
        }
        for (ClassAnalysis analysis : found) {
            analysis.family = family(analysis, found);
            analysis.isInFamily = analysis.family.size() > 1
                    || !definitions.families().relatives(analysis.key()).isEmpty();
        }
        return found;
    }

    /** Returns what a class at the top of the module inherits from other files; null if nothing is known of that. */
    private static Heritage heritage(
            ClassDef definition, FileContext file, SingletonFacts definitions, OwnSingleton own) {
        boolean isKnown = file.module().statements().contains(definition)
                && (own == null || !own.method().isEmpty());
        return isKnown
                ? definitions
                        .families()
                        .heritage(new ClassKey(file.path(), definition.name().sourceText()))
                : null;
    }

    private static List<ClassKey> family(ClassAnalysis start, List<ClassAnalysis> all) {
        Set<ClassAnalysis> family = new LinkedHashSet<>(List.of(start));
        int size = 0;
        while (size < family.size()) {
            size = family.size();
            for (ClassAnalysis other : all) {
                if (family.stream().anyMatch(member -> member.isRelated(other))) {
                    family.add(other);
                }
            }
        }
        return family.stream().map(ClassAnalysis::key).sorted().toList();
    }

    private boolean isRelated(ClassAnalysis other) {
        return view.classes().contains(other.view.definition())
                || other.view.classes().contains(view.definition());
    }

    private static List<Statement> removed(OwnSingleton own) {
        List<Statement> removed = new ArrayList<>();
        if (own != null) {
            removed.add((Statement) own.use().place());
            removed.addAll(own.storage());
        }
        return removed;
    }

    /** Returns how the class keeps its instance, if it does that itself; else null. */
    OwnSingleton own() {
        return own;
    }

    ClassKey key() {
        return new ClassKey(file.path(), name());
    }

    String name() {
        return view.definition().name().sourceText();
    }

    ClassView view() {
        return view;
    }

    MetaclassUse use() {
        return use;
    }

    MetaclassFact metaclass() {
        return metaclass;
    }

    boolean isExported() {
        return isExported;
    }

    /** Returns what keeps the class as it is, whatever other files do. */
    List<Blocker> blockers() {
        return blockers;
    }

    /** Returns what other files need to know. */
    ClassFact fact() {
        boolean isBlocked = !blockers.isEmpty() || uses == null;
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> reads = new TreeSet<>();
        Set<String> classReads = new TreeSet<>();
        String existing = "";
        Set<HelperUse> helpers = new TreeSet<>();
        for (Elsewhere elsewhere : situations()) {
            boolean isSame = !elsewhere.doubt().isEmpty() && helpers.isEmpty();
            InstancePlanner planner = isBlocked || isSame ? null : planner(elsewhere);
            InstancePlan plan = planner == null ? null : planner.plan();
            if (isSame) {
                outcomes.add(outcomes.get(outcomes.size() - ClassFact.SITUATIONS / 2));
            } else {
                outcomes.add(plan == null ? Outcome.BLOCKED : plan.outcome(planner.isMoved()));
            }
            if (planner != null && elsewhere.stored().isEmpty()) {
                reads.addAll(planner.reads());
                classReads.addAll(planner.classReads());
                helpers.addAll(planner.uses());
            }
            if (plan != null && plan.kind() == InstancePlan.Kind.EXISTING) {
                existing = plan.name();
            }
        }
        return new ClassFact(
                key(),
                view.definition().line(),
                isBlocked,
                List.copyOf(members()),
                List.copyOf(reads),
                List.copyOf(classReads),
                List.copyOf(helpers),
                outcomes,
                existing,
                free.instance(),
                free.accessor(),
                unsafe(),
                metaclass,
                own == null ? "" : own.method(),
                family);
    }

    /** Returns all situations, in the order of their numbers. */
    private static List<Elsewhere> situations() {
        List<Elsewhere> all = new ArrayList<>();
        for (String doubt : List.of("", "it uses another module")) {
            for (Set<String> stored : List.of(Set.<String>of(), Set.of(""))) {
                all.add(new Elsewhere(false, false, stored, doubt));
                all.add(new Elsewhere(true, false, stored, doubt));
                all.add(new Elsewhere(true, true, stored, doubt));
            }
        }
        return all;
    }

    private String unsafe() {
        return metaclass.isWeak() ? "weak-instances" : isExported ? "exported" : "";
    }

    private Set<String> members() {
        Set<String> members = new TreeSet<>(view.memberNames());
        for (Attribute target : names.attributeTargets()) {
            if (ClassView.classOf(target.value(), names) == view.definition()) {
                members.add(target.attr().sourceText());
            }
        }
        return members;
    }

    /** Returns a planner; only for a class that nothing in its file keeps as it is. */
    InstancePlanner planner(Elsewhere elsewhere) {
        return new InstancePlanner(
                file.path(),
                view,
                metaclass,
                own,
                uses.calls(),
                names,
                free,
                file.option(SingletonToModule.INSTANCE),
                elsewhere,
                isInFamily,
                paths);
    }

    /** Returns why a class cannot be converted whatever is done with it, or null. */
    private Blocker kind() {
        Node place = view.definition().name();
        if (metaclass.kind() == MetaclassFact.Kind.MULTITON) {
            return new Blocker(
                    place,
                    "multiton",
                    metaclass.name()
                            + " keeps an instance for each set of arguments, which no single variable can hold");
        }
        if (metaclass.kind() == MetaclassFact.Kind.OTHER) {
            return new Blocker(
                    place,
                    "metaclass-not-plain",
                    metaclass.name() + " does more than keep one instance: " + metaclass.why());
        }
        boolean isAttribute = use.form() == MetaclassUse.Form.CLASS_ATTRIBUTE;
        if (isAttribute && !file.level().isPython2()) {
            return new Blocker(
                    use.place(),
                    "level-unclear",
                    "Python 3 ignores __metaclass__; if this is Python 2 say so with --python-version 2.7");
        }
        if (metaclass.isAbstract() && isAbcHidden()) {
            return new Blocker(
                    place,
                    "abstract-metaclass",
                    metaclass.name()
                            + " is an ABCMeta too, and a file of the project hides the module abc that would give"
                            + " one in its place");
        }
        if (own != null) {
            Blocker initialisation = new InitialState(own, view, names).blocker();
            if (initialisation != null) {
                return initialisation;
            }
        }
        if (isExported && Exports.statement(file.module()) == null) {
            return new Blocker(place, "exported", "__all__ names the class, and is not one list of names");
        }
        return null;
    }

    /** Returns whether a file beside the start of the program, or for Python 2 beside this one, may be taken for abc. */
    private boolean isAbcHidden() {
        for (String path : paths) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            boolean isAbc = path.substring(folder.length()).equals("abc.py");
            boolean isBeside = file.level().isPython2()
                    && folder.equals(file.path().substring(0, file.path().lastIndexOf('/') + 1));
            if (isAbc && (isBeside || !paths.contains(folder + "__init__.py"))) {
                return true;
            }
        }
        return false;
    }
}
