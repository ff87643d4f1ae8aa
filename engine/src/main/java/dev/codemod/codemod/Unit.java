package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

/**
 * Rewrites, maybe in several files, that are made together or not at all.
 *
 * @param codemod id of the codemod
 * @param key what the codemod calls the unit, or null for all units of the codemod
 */
record Unit(String codemod, String key) {
    Unit {
        requireNonNull(codemod, "codemod is null");
    }

    /** Returns all units of a codemod. */
    static Unit all(String codemod) {
        return new Unit(codemod, null);
    }

    /** Returns whether this unit is the other one, or all of its codemod. */
    boolean covers(Unit other) {
        return codemod.equals(other.codemod()) && (key == null || key.equals(other.key()));
    }

    @Override
    public String toString() {
        return codemod + ": " + key;
    }
}
