package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import dev.codemod.tree.StringPart;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads texts that values are put into later, or in a way that is not followed: roughly, to decide what to report. */
final class Templates {
    private static final Pattern FIELD =
            Pattern.compile("%(?:\\([^()]*\\))?[#0\\- +]*\\d*(?:\\.\\d+)?[sdrfi]|\\{[^{}]*\\}");
    private static final Set<Position> VALUES = EnumSet.of(
            Position.WHOLE_LITERAL,
            Position.PART_OF_LITERAL,
            Position.VALUE,
            Position.LIST,
            Position.QUOTED_LIST,
            Position.PARENTHESIZED_LIST);

    private Templates() {}

    private static SqlStatement statement(String text) {
        String withHoles = FIELD.matcher(text).replaceAll(String.valueOf(SqlLexer.HOLE));
        return new SqlStatement(SqlLexer.lex(withHoles, SqlDialect.STANDARD, null));
    }

    /** Returns whether the literals of an expression, one after another, read as SQL. */
    static boolean readsAsSql(Expression expression) {
        StringBuilder text = new StringBuilder();
        for (StringPart part : expression.findAll(StringPart.class)) {
            Piece piece = new Piece(part, Layer.NONE, null, 0);
            text.append(piece.source(), piece.bodyStart(), piece.bodyEnd());
        }
        return statement(text.toString()).readsAsSql();
    }

    /**
     * Returns whether a text is a query with a place for a value, and not only for names.
     *
     * @param isGivenToDatabase whether that it is SQL needs no proof
     */
    static boolean hasValues(String text, boolean isGivenToDatabase) {
        SqlStatement statement = statement(text);
        boolean isSql = isGivenToDatabase ? statement.isBindable() : statement.readsAsSql();
        return isSql
                && Positions.of(statement, SqlDialect.STANDARD).values().stream()
                        .anyMatch(VALUES::contains);
    }
}
