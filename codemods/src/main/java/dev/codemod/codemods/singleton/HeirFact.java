package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * A class at the top of a module with bases of other files, which is a singleton or may inherit to be one.
 *
 * @param candidate what it is if it turns out to be one; without a metaclass
 * @param bases its bases in other files, those of its bases in its own file included
 * @param isOpen whether it has other bases of which nothing is known
 */
record HeirFact(CandidateFact candidate, List<ForeignName> bases, boolean isOpen)
        implements Serializable, Comparable<HeirFact> {
    HeirFact {
        bases = List.copyOf(bases);
    }

    ClassKey key() {
        return new ClassKey(candidate.path(), candidate.name());
    }

    @Override
    public int compareTo(HeirFact other) {
        return candidate.compareTo(other.candidate);
    }
}
