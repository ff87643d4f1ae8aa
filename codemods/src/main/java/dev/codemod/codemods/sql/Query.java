package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * A query as the program composes it.
 *
 * @param root the expression that gives the text
 * @param characters the text of the query, a {@link SqlLexer#HOLE} for every value
 * @param pieces the literals, in the order of the text
 * @param fields the places of values and of constants with known text, in the order of the text
 */
record Query(Expression root, List<QueryCharacter> characters, List<Piece> pieces, List<Field> fields) {
    /**
     * The place of a value in a literal.
     *
     * @param value the value
     * @param piece the literal, or null for an operand of {@code +}
     * @param start index in the literal of the first character of the field or directive
     * @param end index after its last character
     * @param isConstant whether the value's text is known and part of {@link Query#characters()}
     */
    record Field(Value value, Piece piece, int start, int end, boolean isConstant) {}

    /** Returns a query whose text is known but written elsewhere. */
    static Query constant(Expression root, String text) {
        List<QueryCharacter> characters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            characters.add(new QueryCharacter(text.charAt(i), null, 0, 0, null));
        }
        return new Query(root, characters, List.of(), List.of());
    }

    /** Returns the text. */
    String text() {
        StringBuilder text = new StringBuilder(characters.size());
        for (QueryCharacter character : characters) {
            text.append(character.character());
        }
        return text.toString();
    }

    /** Returns whether any value is put into the text. */
    boolean hasValues() {
        return fields.stream().anyMatch(field -> !field.isConstant());
    }

    /** Returns the values in a token of the text. */
    List<Value> valuesOf(SqlToken token) {
        List<Value> values = new ArrayList<>();
        for (int i = token.start(); i < token.end(); i++) {
            if (characters.get(i).value() != null) {
                values.add(characters.get(i).value());
            }
        }
        return values;
    }
}
