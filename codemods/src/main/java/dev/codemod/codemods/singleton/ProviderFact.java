package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A name of a module that other files can import, if it is the name of a singleton or stands for one.
 *
 * @param path the file of the module
 * @param name the name, {@code *} for everything that a star import brings
 * @param source the module that it is imported from, or null if the module itself defines it
 * @param imported the name in that module; empty if the module itself defines it
 * @param taken the names that mean something in the file, sorted; kept for imports only
 */
record ProviderFact(String path, String name, ModuleRef source, String imported, List<String> taken)
        implements Serializable, Comparable<ProviderFact> {
    static final String STAR = "*";

    private static final Comparator<ProviderFact> ORDER = Comparator.comparing(ProviderFact::path)
            .thenComparing(ProviderFact::name)
            .thenComparing(ProviderFact::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ProviderFact::imported);

    ProviderFact {
        taken = List.copyOf(taken);
    }

    boolean isImport() {
        return source != null;
    }

    /** Returns whether the module imports under another name. */
    boolean isRenamed() {
        return isImport() && !name.equals(imported);
    }

    @Override
    public int compareTo(ProviderFact other) {
        return ORDER.compare(this, other);
    }
}
