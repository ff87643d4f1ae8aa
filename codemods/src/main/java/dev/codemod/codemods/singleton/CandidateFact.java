package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * A class that has a metaclass, which may turn out to be a singleton's.
 *
 * @param path the file
 * @param line the line of the class
 * @param name the name of the class
 * @param metaclass the name under which the metaclass was defined: of {@code from meta import M as S} it is M
 * @param names other names of the module that may matter to a rewrite: its variables and what it imports, sorted
 */
record CandidateFact(String path, int line, String name, String metaclass, List<String> names)
        implements Serializable, Comparable<CandidateFact> {
    CandidateFact {
        names = List.copyOf(names);
    }

    @Override
    public int compareTo(CandidateFact other) {
        int order = path.compareTo(other.path);
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        return order != 0 ? order : name.compareTo(other.name);
    }
}
