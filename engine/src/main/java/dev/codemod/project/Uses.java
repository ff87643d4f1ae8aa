package dev.codemod.project;

import java.util.List;

/**
 * The places of the project that use something.
 *
 * @param certain the places that certainly use it, by path and offset
 * @param possible the places that may use it or something else, each of which is also one of the doubts
 * @param doubts why there may be others
 */
public record Uses(List<Use> certain, List<Use> possible, List<Doubt> doubts) {
    public Uses {
        certain = List.copyOf(certain);
        possible = List.copyOf(possible);
        doubts = List.copyOf(doubts);
    }

    /** Returns whether {@link #certain()} is the whole list, as far as reading the files of the project can tell. */
    public boolean isComplete() {
        return doubts.isEmpty();
    }
}
