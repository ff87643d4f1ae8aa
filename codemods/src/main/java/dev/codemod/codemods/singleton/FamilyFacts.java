package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the files of a project say about singletons whose bases are in other files, or whose metaclass comes from one
 * that only imports it.
 *
 * @param heirs the classes with such bases, sorted
 * @param shapes the bases, sorted
 * @param wanted the bases that must be looked for, sorted; a definition
 * @param heritages what the heirs inherit, as far as is known, sorted; a definition
 * @param reexports the modules that import metaclasses and so offer them to others, sorted; a definition
 */
record FamilyFacts(
        List<HeirFact> heirs,
        List<ShapeFact> shapes,
        List<ForeignName> wanted,
        List<Heritage> heritages,
        List<ProviderFact> reexports)
        implements Serializable {
    static final FamilyFacts NONE = new FamilyFacts(List.of(), List.of(), List.of(), List.of(), List.of());

    FamilyFacts {
        heirs = List.copyOf(heirs);
        shapes = List.copyOf(shapes);
        wanted = List.copyOf(wanted);
        heritages = List.copyOf(heritages);
        reexports = List.copyOf(reexports);
    }

    FamilyFacts merge(FamilyFacts other) {
        return new FamilyFacts(
                SingletonFacts.union(heirs, other.heirs),
                SingletonFacts.union(shapes, other.shapes),
                SingletonFacts.union(wanted, other.wanted),
                SingletonFacts.union(heritages, other.heritages),
                SingletonFacts.union(reexports, other.reexports));
    }

    /** Returns the names of the bases that must be looked for. */
    Set<String> wantedNames() {
        Set<String> names = new TreeSet<>();
        wanted.forEach(base -> names.add(base.name()));
        return names;
    }

    /** Returns what a class inherits from classes of other files; null if nothing is known of that. */
    Heritage heritage(ClassKey key) {
        for (Heritage heritage : heritages) {
            if (heritage.key().equals(key)) {
                return heritage;
            }
        }
        return null;
    }

    /** Returns the singletons of other files from which a class derives, and those that derive from it. */
    List<ClassKey> relatives(ClassKey key) {
        List<ClassKey> found = new ArrayList<>();
        for (Heritage heritage : heritages) {
            if (heritage.key().equals(key)) {
                found.addAll(heritage.relatives());
            } else if (heritage.relatives().contains(key)) {
                found.add(heritage.key());
            }
        }
        return found;
    }
}
