package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * The modules and names that a file imports, and those that it reads as attributes: whether it may use a class under a name that another file gives
 * it, which is known only later.
 *
 * @param path the file
 * @param names the names, sorted; modules with {@link #IMPORT} before them
 */
record NamesFact(String path, List<String> names) implements Serializable, Comparable<NamesFact> {
    /** Stands before the name of a module. */
    static final String IMPORT = "import ";

    NamesFact {
        names = List.copyOf(names);
    }

    /** Returns whether the file imports something from one of some modules. */
    boolean imports(Set<String> modules) {
        return modules.stream().anyMatch(module -> names.contains(IMPORT + module));
    }

    @Override
    public int compareTo(NamesFact other) {
        return path.compareTo(other.path);
    }
}
