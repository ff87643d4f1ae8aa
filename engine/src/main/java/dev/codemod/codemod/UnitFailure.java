package dev.codemod.codemod;

/**
 * Why a unit is not rewritten.
 *
 * @param place the file, and the line if it is known
 * @param cause what stands in the way there
 * @param isUnsafe whether it is only that the user did not ask for unsafe rewrites
 */
record UnitFailure(String place, String cause, boolean isUnsafe) {
    /** Returns the one of two failures that tells the user more: what {@code --unsafe} does not help against. */
    UnitFailure or(UnitFailure other) {
        return isUnsafe && !other.isUnsafe ? other : this;
    }

    @Override
    public String toString() {
        return place + ": " + cause;
    }
}
