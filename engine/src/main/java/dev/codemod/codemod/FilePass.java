package dev.codemod.codemod;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What all codemods share that work on one file, one after the other: the comments that forbid rewrites, and which units
 * have a part in the file. Used by one thread.
 */
final class FilePass {
    private final String path;
    private final RunOptions options;
    private final Suppressions suppressions;
    private final UnitBlocks blocks;
    private final Explainer explainer;
    private final Set<Unit> units = new LinkedHashSet<>();
    private final Map<Unit, UnitFailure> failures = new LinkedHashMap<>();

    /** @param explainer who wants to know what codemods see, or null */
    FilePass(String path, RunOptions options, Suppressions suppressions, UnitBlocks blocks, Explainer explainer) {
        this.path = path;
        this.options = options;
        this.suppressions = suppressions;
        this.blocks = blocks;
        this.explainer = explainer;
    }

    String path() {
        return path;
    }

    RunOptions options() {
        return options;
    }

    /** Returns the suppressions of the file as it was on disk. */
    Suppressions suppressions() {
        return suppressions;
    }

    /** Returns who wants to know what codemods see, or null. */
    Explainer explainer() {
        return explainer;
    }

    /** Notes that a unit has a part in this file; returns why it is blocked, or null if it is not. */
    UnitFailure enter(Unit unit) {
        units.add(unit);
        return blocks.cause(unit);
    }

    /** Notes that a unit cannot be rewritten. */
    void fail(Unit unit, UnitFailure failure) {
        failures.merge(unit, failure, UnitFailure::or);
    }

    /** Notes that no unit of this file can be rewritten. */
    void failAll(String cause) {
        units.forEach(unit -> fail(unit, new UnitFailure(path, cause, false)));
    }

    Set<Unit> units() {
        return units;
    }

    Map<Unit, UnitFailure> failures() {
        return failures;
    }
}
