package dev.codemod.codemod;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A comment {@code # codemod: ignore} or {@code # codemod: ignore[ID, ...]}, and which codemods it has kept away.
 *
 * <p>Not immutable: it notes what it was good for.
 */
final class Suppression {
    private final int start;
    private final int end;
    private final List<String> ids;
    private final Set<String> used = new HashSet<>();

    /**
     * Creates a suppression.
     *
     * @param start byte offset of the comment
     * @param end byte offset after the comment
     * @param ids what it names, or null if it ignores all codemods
     */
    Suppression(int start, int end, List<String> ids) {
        this.start = start;
        this.end = end;
        this.ids = ids;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Returns the ids as they stand in the comment, or null if it ignores all codemods. */
    List<String> ids() {
        return ids;
    }

    /** Returns whether it keeps this codemod away, and notes that it was needed. */
    boolean ignores(String codemod) {
        boolean isMeant = ids == null || ids.contains(codemod);
        if (isMeant) {
            used.add(codemod);
        }
        return isMeant;
    }

    boolean isUsed() {
        return !used.isEmpty();
    }

    boolean isUsedBy(String codemod) {
        return used.contains(codemod);
    }
}
