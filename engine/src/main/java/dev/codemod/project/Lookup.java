package dev.codemod.project;

import java.util.List;

/**
 * The answer to "what does this name mean in the project?".
 *
 * @param state what is known
 * @param definitions the definition if FOUND; what it may be, as far as the project shows, if UNKNOWN
 * @param outside the qualified names outside the project that it means if OUTSIDE, or may mean if UNKNOWN
 * @param reason why the answer is not certain, for a person, without a full stop; null unless UNKNOWN
 */
public record Lookup(State state, List<ProjectDefinition> definitions, List<String> outside, String reason) {
    /** What is known. */
    public enum State {
        /** Exactly one definition of the project. */
        FOUND,
        /** Nothing of the project. */
        OUTSIDE,
        /** It may be one of {@link Lookup#definitions()} or anything else. */
        UNKNOWN
    }

    public Lookup {
        definitions = List.copyOf(definitions);
        outside = List.copyOf(outside);
    }

    /** Returns the definition, or null unless the state is FOUND. */
    public ProjectDefinition definition() {
        return state == State.FOUND ? definitions.get(0) : null;
    }
}
