package dev.codemod.codemods.sql;

/**
 * A character of a query and where the program has it from.
 *
 * @param character the character, {@link SqlLexer#HOLE} for a value
 * @param piece the literal that it is written in, or null for a value that is an operand of {@code +}
 * @param start index in the literal of the first character that stands for it
 * @param end index after the last one
 * @param value the value, or null for text
 */
record QueryCharacter(char character, Piece piece, int start, int end, Value value) {
    /** Returns how the literal spells it. */
    String spelling() {
        return piece.source().substring(start, end);
    }
}
