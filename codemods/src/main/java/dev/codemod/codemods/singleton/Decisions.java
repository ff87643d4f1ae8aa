package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.ClassFact.Outcome;
import dev.codemod.codemods.singleton.Decision.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides about all singleton classes of a project: the same in every file, because it depends on the facts alone. */
final class Decisions {
    private final SingletonFacts facts;
    private final Providers providers;
    private final Helpers helpers;
    private final Map<ClassKey, Decision> decisions = new TreeMap<>();
    private final Map<ClassKey, ClassFact> classes = new HashMap<>();

    /** What relatives keep classes as they are. */
    private final Map<ClassKey, Obstacle> families = new TreeMap<>();

    private final Set<ClassKey> exported = new TreeSet<>();
    private final PublicNames publicNames;
    private final Map<ClassKey, List<SiteFact>> metaclassSites = new HashMap<>();

    private final Map<ClassKey, List<SiteFact>> baseSites = new HashMap<>();

    /** The names by which modules that only import a class must offer its instance. */
    private final Map<ProviderFact, String> offered = new HashMap<>();

    private final Set<String> wanted = new TreeSet<>();

    Decisions(SingletonFacts facts) {
        this.facts = facts;
        this.helpers = new Helpers(facts);
        this.publicNames = new PublicNames(facts.paths(), facts.distributions());
        Map<ClassKey, Elsewhere> elsewhere = new HashMap<>();
        Map<ClassKey, List<SiteFact>> sites = new TreeMap<>();
        for (ClassFact fact : facts.classes()) {
            sites.put(fact.key(), new ArrayList<>());
            classes.put(fact.key(), fact);
            wanted.add(fact.key().name());
        }
        for (MetaclassFact metaclass : facts.metaclasses()) {
            metaclassSites.put(new ClassKey(metaclass.path(), metaclass.name()), new ArrayList<>());
        }
        for (Heritage heritage : facts.families().heritages()) {
            heritage.bases().forEach(base -> baseSites.put(base, new ArrayList<>()));
        }
        Set<ClassKey> keys = new TreeSet<>(sites.keySet());
        keys.addAll(metaclassSites.keySet());
        keys.addAll(baseSites.keySet());
        this.providers = new Providers(facts.providers(), keys);
        facts.providers().forEach(provider -> wanted.add(provider.name()));
        facts.metaclasses().forEach(metaclass -> wanted.add(metaclass.name()));
        wanted.remove(ProviderFact.STAR);
        List<Providers.Way> called = new ArrayList<>();
        for (SiteFact site : facts.sites()) {
            for (ClassKey key : possible(site)) {
                Map<ClassKey, List<SiteFact>> of = metaclassSites.containsKey(key) ? metaclassSites : baseSites;
                (sites.containsKey(key) ? sites : of).get(key).add(site);
            }
            Providers.Way way = way(site);
            ClassFact fact = way == null ? null : facts(way.key());
            if (fact != null && site.kind() == UseKind.EXPORTED) {
                called.add(way);
                exported.add(way.key());
            } else if (fact != null && fact.isCall(site)) {
                called.add(way);
                boolean isDropped = fact.isDropped(site);
                elsewhere.merge(
                        way.key(),
                        new Elsewhere(true, isDropped, facts.storedIn(way.key().path()), ""),
                        (a, b) -> new Elsewhere(true, a.isDropped() || b.isDropped(), a.stored(), ""));
            }
        }
        for (ClassFact fact : facts.classes()) {
            Elsewhere others = elsewhere.getOrDefault(
                    fact.key(),
                    new Elsewhere(false, false, facts.storedIn(fact.key().path()), ""));
            decide(fact, relevant(fact, patched(fact, others, sites)), sites.get(fact.key()));
        }
        facts.classes().forEach(this::follow);
        families.forEach(
                (key, obstacle) -> decisions.computeIfPresent(key, (k, decision) -> decision.blockedBy(obstacle)));
        for (Providers.Way way : called) {
            offer(way);
        }
    }

    /** Returns the places that may mention a base class that is no singleton. */
    List<SiteFact> sitesOfBase(ClassKey base) {
        return baseSites.getOrDefault(base, List.of());
    }

    /** Returns the places in other files that mention a metaclass. */
    List<SiteFact> sitesOfMetaclass(MetaclassFact metaclass) {
        return metaclassSites.getOrDefault(new ClassKey(metaclass.path(), metaclass.name()), List.of());
    }

    /** Returns what other files do, with the time of the first call counting if they assign what construction reads. */
    private Elsewhere patched(ClassFact fact, Elsewhere others, Map<ClassKey, List<SiteFact>> sites) {
        boolean isPatched = sites.get(fact.key()).stream()
                .anyMatch(site ->
                        site.kind() == UseKind.PATCHED && fact.classReads().contains(site.detail()));
        Outcome alone = fact.outcome(new Elsewhere(others.isCalled(), false, Set.of(), ""));
        return isPatched && alone != Outcome.BLOCKED && alone != Outcome.PLAIN
                ? new Elsewhere(true, true, others.stored(), others.doubt())
                : others;
    }

    private ClassFact facts(ClassKey key) {
        return classes.get(key);
    }

    /** Returns what other files do; what they assign counts if the construction relies on it, then as if it were all. */
    private Elsewhere relevant(ClassFact fact, Elsewhere others) {
        boolean isStored = others.stored().contains("") && !fact.reads().isEmpty();
        for (String name : fact.reads()) {
            isStored |= others.stored().contains(name);
        }
        return new Elsewhere(
                others.isCalled(), others.isDropped(), isStored ? Set.of("") : Set.of(), helpers.doubt(fact));
    }

    private void decide(ClassFact fact, Elsewhere elsewhere, List<SiteFact> sites) {
        List<Obstacle> obstacles = new Obstacles(facts, this, fact).find(sites);
        boolean isBlocked = fact.isBlocked() || !obstacles.isEmpty();
        Outcome outcome = isBlocked ? Outcome.BLOCKED : fact.outcome(elsewhere);
        String unsafe = fact.unsafe();
        if (unsafe.isEmpty() && outcome == Outcome.MOVED) {
            unsafe = "construction-moved";
        } else if (unsafe.isEmpty() && exported.contains(fact.key())) {
            unsafe = "exported";
        } else if (unsafe.isEmpty() && publicNames.isPublic(fact.key())) {
            unsafe = "public-api";
        }
        decisions.put(fact.key(), new Decision(fact, elsewhere, outcome, unsafe, obstacles, family(fact)));
    }

    /** Returns the singletons from which a class derives, or which derive from it, through any number of files, sorted. */
    private List<ClassKey> family(ClassFact fact) {
        Set<ClassKey> family = new TreeSet<>();
        List<ClassKey> open = new ArrayList<>(List.of(fact.key()));
        for (int i = 0; i < open.size(); i++) {
            if (family.add(open.get(i))) {
                ClassFact member = facts(open.get(i));
                open.addAll(member == null ? List.of() : member.family());
                open.addAll(facts.families().relatives(open.get(i)));
            }
        }
        return List.copyOf(family);
    }

    /** A metaclass can only go together with all subclasses that inherit it, and one of them must have an instance. */
    private void follow(ClassFact fact) {
        Decision decision = decisions.get(fact.key());
        if (decision.family().size() == 1 || !decision.isConverted()) {
            return;
        }
        ClassKey blocked = null;
        boolean isConstructed = false;
        for (ClassKey member : decision.family()) {
            Decision other = decisions.get(member);
            boolean isLeft = other == null || !other.isConverted();
            blocked = blocked == null && isLeft ? member : blocked;
            isConstructed |= other == null || other.outcome() != Outcome.PLAIN;
        }
        String name = fact.key().name();
        Obstacle obstacle = null;
        if (blocked != null) {
            obstacle = new Obstacle(
                    "inherits-metaclass",
                    name + " and " + blocked.name() + " have the metaclass together, and " + blocked.name()
                            + " stays as it is");
        } else if (!isConstructed) {
            obstacle = new Obstacle(
                    "never-constructed",
                    "nothing in the project constructs " + name + " or its relatives, so whoever does cannot follow");
        }
        if (obstacle != null) {
            families.put(fact.key(), obstacle);
        }
    }

    /** Returns the decision about a class, or null if it is no singleton. */
    Decision of(ClassKey key) {
        return decisions.get(key);
    }

    /** Returns the names that singletons have in any module. */
    Set<String> wanted() {
        return wanted;
    }

    /** Returns whether a name of a module may be a class. */
    boolean isOf(ProviderFact provider, ClassKey key) {
        return providers.possible(provider.source(), provider.imported()).contains(key);
    }

    /** Returns the way to the class that a place certainly means, or null. */
    Providers.Way way(SiteFact site) {
        boolean isSure = site.modules().size() == 1 && site.kind() != UseKind.UNSURE;
        return isSure ? providers.certain(site.modules().get(0), site.name()) : null;
    }

    private Set<ClassKey> possible(SiteFact site) {
        Set<ClassKey> found = new TreeSet<>();
        if (site.detail().equals("method") && site.kind() == UseKind.UNSURE) {
            for (ClassFact fact : classes.values()) {
                boolean isInReach = site.modules().stream()
                        .anyMatch(module -> module.mayBe(fact.key().path()));
                if (fact.method().equals(site.name()) && isInReach) {
                    found.add(fact.key());
                }
            }
            return found;
        }
        for (ModuleRef module : site.modules()) {
            found.addAll(providers.possible(module, site.name()));
        }
        return found;
    }

    /**
     * Returns the converted classes of other files that have a metaclass, if nothing else in other files uses it.
     *
     * @return the classes, or null if the metaclass is used otherwise
     */
    List<ClassKey> lastUsers(ClassKey metaclass) {
        List<ClassKey> users = new ArrayList<>();
        List<String> importers = new ArrayList<>();
        for (SiteFact site : metaclassSites.getOrDefault(metaclass, List.of())) {
            Providers.Way way = way(site);
            if (way == null || way.steps().size() > 1) {
                return null;
            }
            if (site.kind() == UseKind.IMPORT) {
                importers.add(site.path());
                continue;
            }
            ClassKey user = new ClassKey(site.path(), site.detail());
            Decision decision = site.kind() == UseKind.METACLASS ? of(user) : null;
            if (decision == null || !decision.isConverted()) {
                return null;
            }
            users.add(user);
        }
        boolean isOnlyUsed = importers.stream()
                .allMatch(path -> users.stream().anyMatch(user -> user.path().equals(path)));
        return isOnlyUsed ? users : null;
    }

    // ---------------------------------------------------------------- names

    private void offer(Providers.Way way) {
        Decision decision = decisions.get(way.key());
        if (!decision.isConverted()) {
            return;
        }
        String name = decision.name();
        for (int i = way.steps().size() - 2; i >= 0; i--) {
            ProviderFact step = way.steps().get(i);
            String base = name;
            name = offered.computeIfAbsent(step, key -> free(key, base));
        }
    }

    private String free(ProviderFact provider, String base) {
        String name = base;
        for (int i = 1; provider.taken().contains(name) || isModule(provider.path(), name, i); i++) {
            name = base + "_instance" + (i == 1 ? "" : "_" + i);
        }
        return name;
    }

    /** Returns whether a package may have a module of a name; if the files are not known, of the first name tried. */
    private boolean isModule(String path, String name, int attempt) {
        if (!ModulePath.of(path).isPackage()) {
            return false;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        for (String other : facts.paths()) {
            if (other.startsWith(folder + name + ".") || other.startsWith(folder + name + "/")) {
                return true;
            }
        }
        return facts.paths().isEmpty() && attempt == 1;
    }

    /** Returns the name by which the module that a way starts at offers the instance. */
    String name(Providers.Way way) {
        ProviderFact first = way.steps().get(0);
        String name = offered.get(first);
        return name != null ? name : decisions.get(way.key()).name();
    }

    /** Returns the name by which a variable's module must offer the instance to other files, or null if it need not. */
    String offered(String path, ImportedName imported) {
        return offered(path, imported.binding().name());
    }

    /** Returns the name by which a module must offer an instance because of a variable that it imports, or null. */
    String offered(String path, String variable) {
        for (Map.Entry<ProviderFact, String> entry : offered.entrySet()) {
            ProviderFact provider = entry.getKey();
            if (provider.path().equals(path) && provider.name().equals(variable)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Returns whether other files import or read a name of a module. */
    boolean isUsedFrom(String path, String name) {
        for (SiteFact site : facts.sites()) {
            if (site.name().equals(name) && !site.path().equals(path)) {
                for (ModuleRef module : site.modules()) {
                    if (module.mayBe(path)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
