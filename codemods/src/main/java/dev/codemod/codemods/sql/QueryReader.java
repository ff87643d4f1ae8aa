package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.Expression;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Reads the text that an expression composes, by the rules of a driver. */
final class QueryReader {
    private final FileFacts facts;
    private final QueryRules rules;
    private final boolean hasPlaceholders;

    /**
     * Creates a reader.
     *
     * @param hasPlaceholders whether the text may have placeholders already
     */
    QueryReader(FileFacts facts, QueryRules rules, boolean hasPlaceholders) {
        this.facts = facts;
        this.rules = rules;
        this.hasPlaceholders = hasPlaceholders;
    }

    SqlStatement lex(Query query) {
        return new SqlStatement(SqlLexer.lex(query.text(), rules.dialect(), hasPlaceholders ? rules.style() : null));
    }

    /**
     * Returns the text with that of constants put in, except where they stand in literals: there they are values; or null
     * if the expression composes none.
     */
    Query composed(Expression expression) {
        Query plain = QueryComposer.compose(expression, each -> null, facts);
        if (plain == null || plain.fields().isEmpty()) {
            return plain;
        }
        Set<Expression> values = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SqlToken token : SqlLexer.lex(plain.text(), rules.dialect(), null)) {
            for (int i = token.start(); i < token.end() && token.kind() == Kind.STRING; i++) {
                Value value = plain.characters().get(i).value();
                if (value != null) {
                    values.add(value.expression());
                }
            }
        }
        Query query = QueryComposer.compose(
                expression,
                each -> values.contains(each) ? null : facts.constants().textOf(each),
                facts);
        boolean isMixed = isConstantInLiteral(query, lex(query));
        if (isMixed && isConstantInLiteral(plain, lex(plain))) {
            throw new CompositionProblem(
                    expression,
                    "joined-literal",
                    "a literal of the query is put together from joined pieces; write it as one");
        }
        return isMixed ? plain : query;
    }

    /** Returns whether text of a constant stands in a literal beside a value, where it must be taken over. */
    private static boolean isConstantInLiteral(Query query, SqlStatement statement) {
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.STRING && token.hasHole()) {
                for (int i = token.start(); i < token.end(); i++) {
                    QueryCharacter character = query.characters().get(i);
                    if (character.piece() == null && character.value() == null) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
