package dev.codemod.codemod;

import java.util.Locale;

/** How far a rewrite can be trusted, in the words of ruff. */
public enum Applicability {
    /** The behaviour is kept; applied by default. */
    SAFE,
    /** Probably right, but a person must look; applied with {@code --unsafe}. */
    UNSAFE,
    /** Not rewritten; reported with the reason and what to do. */
    MANUAL;

    /** Returns the word as users see it: {@code safe}, {@code unsafe} or {@code manual}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
