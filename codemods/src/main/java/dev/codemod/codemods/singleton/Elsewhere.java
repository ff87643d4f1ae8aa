package dev.codemod.codemods.singleton;

import java.util.Set;

/**
 * What other files do that matters to how an instance is made.
 *
 * @param isCalled whether they call the class
 * @param isDropped whether one of the calls only makes sure that the instance exists, or they assign attributes of the
 *     class that its construction reads, so that the time of the first call matters
 * @param stored the names of the class's module that they assign; the empty one stands for any
 * @param doubt why what the construction uses of their modules may do more than store, a clause; empty if it does not
 */
record Elsewhere(boolean isCalled, boolean isDropped, Set<String> stored, String doubt) {
    Elsewhere {
        stored = Set.copyOf(stored);
    }
}
