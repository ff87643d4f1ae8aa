package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A class that has a metaclass, which may turn out to be a singleton's.
 *
 * @param path the file
 * @param line the line of the class
 * @param name the name of the class
 * @param metaclass the name under which the metaclass or decorator was defined: of {@code from meta import M as S} it
 *     is M; empty if the class keeps its instance itself
 * @param storage where a class that keeps its instance itself does it; else empty
 * @param method the method that returns the instance; empty if calling the class does
 * @param names other names of the module that may matter to a rewrite: its variables and what it imports, sorted
 * @param imports the modules that the file imports, sorted
 */
record CandidateFact(
        String path,
        int line,
        String name,
        String metaclass,
        String storage,
        String method,
        List<String> names,
        List<ModuleRef> imports)
        implements Serializable, Comparable<CandidateFact> {
    private static final Comparator<CandidateFact> ORDER = Comparator.comparing(CandidateFact::path)
            .thenComparingInt(CandidateFact::line)
            .thenComparing(CandidateFact::name)
            .thenComparing(CandidateFact::metaclass)
            .thenComparing(CandidateFact::method);

    CandidateFact {
        names = List.copyOf(names);
        imports = List.copyOf(imports);
    }

    /** Returns whether the class keeps its instance itself. */
    boolean isOwn() {
        return metaclass.isEmpty();
    }

    /** Returns the fact of the class if it inherits a metaclass from another file. */
    CandidateFact of(MetaclassFact inherited) {
        return new CandidateFact(path, line, name, inherited.name(), "", "", names, imports);
    }

    @Override
    public int compareTo(CandidateFact other) {
        return ORDER.compare(this, other);
    }
}
