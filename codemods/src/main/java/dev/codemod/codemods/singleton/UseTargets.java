package dev.codemod.codemods.singleton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The modules that define singletons, and what of them other files may use.
 *
 * <p>They are found by the names that lead to them, so that the time for a file depends on what the file mentions and
 * not on how many singletons the project has.
 */
final class UseTargets {
    /** The names of one module that are looked for. */
    static final class Target {
        final String path;
        final ModulePath module;
        /** Classes and metaclasses: any mention counts. */
        final Set<String> mentioned = new TreeSet<>();
        /** Those of which imports and attributes are told apart by {@link SiteScanner}. */
        final Set<String> classes = new TreeSet<>();
        /** Attributes in which metaclasses keep instances. */
        final Set<String> storages = new TreeSet<>();
        /** Constants and imports: they count where they are imported from the module or assigned in it. */
        final Set<String> others = new TreeSet<>();

        private Target(String path) {
            this.path = path;
            this.module = ModulePath.of(path);
        }
    }

    private final Set<String> methods = new TreeSet<>();
    private final Set<String> classNames = new TreeSet<>();
    private final Map<String, Target> byPath = new TreeMap<>();
    private final Map<String, List<Target>> byModule = new HashMap<>();
    private final Map<String, List<Target>> byMentioned = new HashMap<>();
    private final Map<String, List<Target>> byOther = new HashMap<>();

    UseTargets(SingletonFacts definitions) {
        for (CandidateFact candidate : definitions.singletons()) {
            Target target = byPath.computeIfAbsent(candidate.path(), Target::new);
            target.mentioned.add(candidate.name());
            target.classes.add(candidate.name());
            classNames.add(candidate.name());
            target.others.addAll(candidate.names());
            if (!candidate.storage().isEmpty()) {
                target.storages.add(candidate.storage());
            }
            if (!candidate.method().isEmpty()) {
                methods.add(candidate.method());
            }
            for (MetaclassFact metaclass : definitions.metaclasses()) {
                if (metaclass.name().equals(candidate.metaclass())) {
                    target.storages.add(metaclass.storage());
                }
            }
        }
        for (MetaclassFact metaclass : definitions.metaclasses()) {
            if (metaclass.kind() == MetaclassFact.Kind.SINGLETON) {
                Target target = byPath.computeIfAbsent(metaclass.path(), Target::new);
                target.mentioned.add(metaclass.name());
                target.classes.add(metaclass.name());
                classNames.add(metaclass.name());
                target.storages.add(metaclass.storage());
            }
        }
        for (Target target : byPath.values()) {
            register(byModule, target.module.last(), target);
            target.mentioned.forEach(name -> register(byMentioned, name, target));
            target.others.forEach(name -> register(byOther, name, target));
        }
    }

    private static void register(Map<String, List<Target>> index, String name, Target target) {
        index.computeIfAbsent(name, key -> new ArrayList<>()).add(target);
    }

    /** Returns the names of the classes that may be singletons, and of the metaclasses that make them so. */
    Set<String> classNames() {
        return classNames;
    }

    /** Returns the names of the methods that return instances. */
    Set<String> methods() {
        return methods;
    }

    /** Returns all modules, by their paths. */
    Map<String, Target> byPath() {
        return byPath;
    }

    /** Returns the modules whose name has this last part. */
    List<Target> inModule(String last) {
        return byModule.getOrDefault(last, List.of());
    }

    /** Returns the modules that define a class or metaclass of this name. */
    List<Target> mentionedAs(String name) {
        return byMentioned.getOrDefault(name, List.of());
    }

    /** Returns the modules that have a constant or an import of this name. */
    List<Target> withOther(String name) {
        return byOther.getOrDefault(name, List.of());
    }
}
