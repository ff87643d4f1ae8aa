package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A place that mentions what may be a singleton class, through an import.
 *
 * @param path the file
 * @param line the line
 * @param modules the module that the name is taken from; several if only one of them is known to be meant
 * @param name the name of the class in the module
 * @param kind what happens to the class there
 * @param detail the attribute that is read, how the name is bound, or the class at the top of the module of which it
 *     is a base; else empty
 */
record SiteFact(String path, int line, List<ModuleRef> modules, String name, UseKind kind, String detail)
        implements Serializable, Comparable<SiteFact> {
    private static final Comparator<SiteFact> ORDER = Comparator.comparing(SiteFact::path)
            .thenComparingInt(SiteFact::line)
            .thenComparing(SiteFact::name)
            .thenComparing(SiteFact::kind)
            .thenComparing(SiteFact::detail)
            .thenComparing(site -> site.modules().toString());

    SiteFact {
        modules = List.copyOf(modules);
    }

    String place() {
        return path + ":" + line;
    }

    @Override
    public int compareTo(SiteFact other) {
        return ORDER.compare(this, other);
    }
}
