package dev.codemod.diff;

/**
 * Lines {@code beforeStart} to {@code beforeEnd} of the old text became lines {@code afterStart} to {@code afterEnd} of
 * the new one. Ends are exclusive; lines count from 0; either side may be empty, not both.
 */
record Change(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

    /** Returns whether {@code next} starts where this change ends, with no common line between them. */
    boolean touches(Change next) {
        return beforeEnd == next.beforeStart && afterEnd == next.afterStart;
    }

    Change joined(Change next) {
        return new Change(beforeStart, next.beforeEnd, afterStart, next.afterEnd);
    }
}
