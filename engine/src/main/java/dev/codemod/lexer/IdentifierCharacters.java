package dev.codemod.lexer;

/** Which characters outside ASCII make up identifiers. */
final class IdentifierCharacters {
    private IdentifierCharacters() {}

    static boolean isStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c) || !Character.isDefined(c);
    }

    static boolean isPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || !Character.isDefined(c);
    }
}
