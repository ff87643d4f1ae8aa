package dev.codemod.codemod;

import java.util.Map;
import java.util.Set;

/**
 * What became of one file, and what that means for units of several files.
 *
 * @param units the units that have a part in the file, blocked or not
 * @param failures the units that cannot be rewritten because of this file, each with the place and the cause
 */
record Rewritten(FileResult result, Set<Unit> units, Map<Unit, UnitFailure> failures) {
    static Rewritten withoutUnits(FileResult result) {
        return new Rewritten(result, Set.of(), Map.of());
    }

    boolean concernsUnits() {
        return !units.isEmpty() || !failures.isEmpty();
    }
}
