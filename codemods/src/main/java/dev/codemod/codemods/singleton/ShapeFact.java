package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * A class that has, or may have, subclasses in other files.
 *
 * @param key the class
 * @param isOpen whether it has a base of which nothing is known, or is not what its definition says
 * @param bases its bases in other files
 * @param shape what it gives to subclasses, what those bases give left out
 */
record ShapeFact(ClassKey key, boolean isOpen, List<ForeignName> bases, ClassShape shape)
        implements Serializable, Comparable<ShapeFact> {
    ShapeFact {
        bases = List.copyOf(bases);
    }

    @Override
    public int compareTo(ShapeFact other) {
        return key.compareTo(other.key);
    }
}
