package dev.codemod.codemod;

import java.util.LinkedHashMap;
import java.util.Map;

/** The units that must not be rewritten, each with the place and the cause that stand in the way. Immutable. */
final class UnitBlocks {
    private static final UnitBlocks NONE = new UnitBlocks(Map.of());

    private final Map<Unit, UnitFailure> causes;

    private UnitBlocks(Map<Unit, UnitFailure> causes) {
        this.causes = causes;
    }

    static UnitBlocks none() {
        return NONE;
    }

    /** Returns these blocks and those of {@code failures} that are new; the cause that was known first stays. */
    UnitBlocks and(Map<Unit, UnitFailure> failures) {
        Map<Unit, UnitFailure> all = new LinkedHashMap<>(failures);
        all.putAll(causes);
        return new UnitBlocks(all);
    }

    /** Returns why a unit is not rewritten, or null if nothing is known against it. */
    UnitFailure cause(Unit unit) {
        UnitFailure cause = causes.get(unit);
        return cause == null ? causes.get(Unit.all(unit.codemod())) : cause;
    }
}
