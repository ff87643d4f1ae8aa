package dev.codemod.codemods.singleton;

import java.util.Set;

/**
 * What other files do that matters to how an instance is made.
 *
 * @param isCalled whether they call the class
 * @param isDropped whether one of the calls only makes sure that the instance exists
 * @param stored the names of the class's module that they assign; the empty one stands for any
 */
record Elsewhere(boolean isCalled, boolean isDropped, Set<String> stored) {
    static final Elsewhere NOTHING = new Elsewhere(false, false, Set.of());

    Elsewhere {
        stored = Set.copyOf(stored);
    }
}
