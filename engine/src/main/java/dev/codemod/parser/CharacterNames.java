package dev.codemod.parser;

/** Knows which names {@code \N{...}} accepts. */
final class CharacterNames {
    private CharacterNames() {}

    static boolean exists(String name) {
        try {
            Character.codePointOf(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
