package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files of a project say about singletons; joining two of them is a union.
 *
 * @param metaclasses the metaclasses that keep instances, sorted
 * @param candidates the classes that may have one of them, sorted
 * @param uses the uses of metaclasses and modules in files other than their own, and strings that name a class, sorted
 * @param classes the singleton classes, sorted
 * @param sites the places that mention them through imports, sorted
 * @param providers the names that stand for them in modules, sorted
 * @param names the names that the files with such places use, sorted by file
 * @param paths the files of the run, sorted; empty if unknown
 * @param distributions the files that make a folder a distribution, besides {@code setup.py}, sorted
 * @param helpers what files say about modules that constructions use, sorted by file
 * @param families what files say about singletons with bases in other files
 * @param others the classes that keep objects of their own but are no singletons, sorted
 */
record SingletonFacts(
        List<MetaclassFact> metaclasses,
        List<CandidateFact> candidates,
        List<UseFact> uses,
        List<ClassFact> classes,
        List<SiteFact> sites,
        List<ProviderFact> providers,
        List<NamesFact> names,
        List<String> paths,
        List<DistributionFact> distributions,
        List<HelperModule> helpers,
        FamilyFacts families,
        List<ClassKey> others)
        implements Serializable {
    static final SingletonFacts NONE = new SingletonFacts(List.of(), List.of(), List.of());

    SingletonFacts {
        metaclasses = List.copyOf(metaclasses);
        candidates = List.copyOf(candidates);
        uses = List.copyOf(uses);
        classes = List.copyOf(classes);
        sites = List.copyOf(sites);
        providers = List.copyOf(providers);
        names = List.copyOf(names);
        paths = List.copyOf(paths);
        distributions = List.copyOf(distributions);
        helpers = List.copyOf(helpers);
        others = List.copyOf(others);
    }

    /** Creates the facts of a file's definitions. */
    SingletonFacts(List<MetaclassFact> metaclasses, List<CandidateFact> candidates, List<UseFact> uses) {
        this(
                metaclasses,
                candidates,
                uses,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                FamilyFacts.NONE,
                List.of());
    }

    SingletonFacts merge(SingletonFacts other) {
        return new SingletonFacts(
                union(metaclasses, other.metaclasses),
                union(candidates, other.candidates),
                union(uses, other.uses),
                union(classes, other.classes),
                union(sites, other.sites),
                union(providers, other.providers),
                union(names, other.names),
                union(paths, other.paths),
                union(distributions, other.distributions),
                union(helpers, other.helpers),
                families.merge(other.families),
                union(others, other.others));
    }

    static <T extends Comparable<T>> List<T> union(List<T> left, List<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<T> all = new TreeSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }

    /** Returns these definitions with other candidates, families and classes that are no singletons. */
    SingletonFacts with(List<CandidateFact> newCandidates, FamilyFacts newFamilies, List<ClassKey> newOthers) {
        return new SingletonFacts(
                metaclasses,
                newCandidates,
                uses,
                classes,
                sites,
                providers,
                names,
                paths,
                distributions,
                helpers,
                newFamilies,
                newOthers);
    }

    /** Returns the candidates whose metaclass has the name of one that keeps one instance. */
    List<CandidateFact> singletons() {
        Set<String> names = new TreeSet<>();
        for (MetaclassFact metaclass : metaclasses) {
            if (metaclass.kind() == MetaclassFact.Kind.SINGLETON) {
                names.add(metaclass.name());
            }
        }
        List<CandidateFact> found = new ArrayList<>();
        for (CandidateFact candidate : candidates) {
            if (candidate.isOwn() || names.contains(candidate.metaclass())) {
                found.add(candidate);
            }
        }
        return found;
    }

    static SingletonFacts ofPaths(List<String> paths) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(paths));
        return new SingletonFacts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sorted,
                List.of(),
                List.of(),
                FamilyFacts.NONE,
                List.of());
    }

    /** Returns the other names under which modules import what may be a singleton. */
    Set<String> renamed() {
        Set<String> found = new TreeSet<>();
        for (ProviderFact provider : providers) {
            if (provider.isRenamed()) {
                found.add(provider.name());
            }
        }
        return found;
    }

    /** Returns the names of the classes of a file that may be singletons. */
    Set<String> candidatesIn(String path) {
        Set<String> found = new TreeSet<>();
        for (CandidateFact candidate : candidates) {
            if (candidate.path().equals(path)) {
                found.add(candidate.name());
            }
        }
        return found;
    }

    /** Returns the metaclasses of a name that may be defined in the module of a dotted name. */
    List<MetaclassFact> metaclasses(String module, String name) {
        List<MetaclassFact> found = new ArrayList<>();
        for (MetaclassFact metaclass : metaclasses) {
            if (metaclass.name().equals(name) && ModulePath.of(metaclass.path()).mayBe(module)) {
                found.add(metaclass);
            }
        }
        return found;
    }

    /** Returns the uses of a name of a module in other files, those of everything in it included. */
    List<UseFact> usesOf(String path, String name) {
        List<UseFact> found = new ArrayList<>();
        for (UseFact use : uses) {
            boolean isOfAll = use.name().isEmpty() && use.kind() != UseFact.Kind.STORE;
            if (use.module().equals(path) && (use.name().equals(name) || isOfAll)) {
                found.add(use);
            }
        }
        return found;
    }

    /** Returns the names of a module that other files assign; the empty name stands for any. */
    Set<String> storedIn(String path) {
        Set<String> found = new TreeSet<>();
        for (UseFact use : uses) {
            if (use.module().equals(path) && use.kind() == UseFact.Kind.STORE) {
                found.add(use.name());
            }
        }
        return found;
    }
}
