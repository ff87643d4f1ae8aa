package dev.codemod.codemod;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** The definitions of project codemods, which what the uses say may add to: {@link ProjectCodemod#redefine}. */
final class Redefinitions {
    private static final int MOST = 16;

    private final Map<ProjectCodemod<?>, Serializable> definitions;
    private int rounds;

    /**
     * @param definitions the facts of the first pass
     */
    Redefinitions(Map<ProjectCodemod<?>, Serializable> definitions) {
        this.definitions = new HashMap<>(definitions);
    }

    /**
     * Takes codemods back to the state after the first pass if there are more definitions than were known.
     *
     * @param facts all facts; replaced by the new definitions of these codemods
     * @return whether there is such a codemod
     */
    boolean apply(Map<ProjectCodemod<?>, Serializable> facts, UsesPasses uses) {
        boolean isAny = false;
        if (rounds++ == MOST) {
            return false;
        }
        for (Map.Entry<ProjectCodemod<?>, Serializable> entry : definitions.entrySet()) {
            Serializable more = redefined(entry.getKey(), facts);
            if (more != null) {
                entry.setValue(more);
                facts.put(entry.getKey(), more);
                uses.restart(entry.getKey());
                isAny = true;
            }
        }
        return isAny;
    }

    private <F extends Serializable> F redefined(
            ProjectCodemod<F> codemod, Map<ProjectCodemod<?>, Serializable> facts) {
        return codemod.redefine(new ProjectFacts(definitions).of(codemod), new ProjectFacts(facts).of(codemod));
    }
}
