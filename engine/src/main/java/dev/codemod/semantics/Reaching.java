package dev.codemod.semantics;

import java.util.List;

/**
 * Where the value of a name may come from at one place.
 *
 * @param definitions every place in the file that may have given the value, in source order; never a deletion
 * @param mayBeUnbound whether the name may have no value there; reading it then raises, or finds a global or a builtin
 *     where a module or class owns the name
 */
public record Reaching(List<Definition> definitions, boolean mayBeUnbound) {
    public Reaching {
        definitions = List.copyOf(definitions);
    }

    /** Returns the only definition, or null if there is none or more than one. */
    public Definition only() {
        return definitions.size() == 1 ? definitions.get(0) : null;
    }
}
