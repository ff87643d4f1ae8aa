package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * What a class inherits from classes of other files.
 *
 * @param key the class
 * @param relatives the singletons among the bases, sorted
 * @param bases the other bases, sorted
 * @param metaclass the metaclass that it gets from them; null if there is none
 * @param isComplete whether all bases are known
 * @param shape what the bases are and have
 */
record Heritage(
        ClassKey key,
        List<ClassKey> relatives,
        List<ClassKey> bases,
        MetaclassFact metaclass,
        boolean isComplete,
        ClassShape shape)
        implements Serializable, Comparable<Heritage> {
    Heritage {
        relatives = List.copyOf(relatives);
        bases = List.copyOf(bases);
    }

    /** Stands for the bases of a class whose own part alone is asked for. */
    static Heritage ignored(ClassKey key) {
        return new Heritage(key, List.of(), List.of(), null, true, ClassShape.NONE);
    }

    @Override
    public int compareTo(Heritage other) {
        return key.compareTo(other.key);
    }
}
