package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * The names that a file imports or reads as attributes: whether it may use a class under a name that another file gives
 * it, which is known only later.
 *
 * @param path the file
 * @param names the names, sorted
 */
record NamesFact(String path, List<String> names) implements Serializable, Comparable<NamesFact> {
    NamesFact {
        names = List.copyOf(names);
    }

    @Override
    public int compareTo(NamesFact other) {
        return path.compareTo(other.path);
    }
}
