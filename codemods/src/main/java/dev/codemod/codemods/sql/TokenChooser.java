package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.Expression;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides about the values in one token of a query: those of a literal together, any other alone. */
final class TokenChooser {
    private final Query query;
    private final QueryRules rules;
    private final ValueChooser chooser;
    private final ListChooser lists;
    private final Code code;
    private final Map<SqlToken, Position> positions;
    private final BoundDoubts doubts;
    private final UntypedParameters untyped;
    private final Set<SqlToken> grouped;

    /** Whether the statement handles data, so that a value has the type of a column. */
    private final boolean isData;

    private final Map<Value, Expression> cleaned = new IdentityHashMap<>();

    TokenChooser(Query query, SqlStatement statement, QueryRules rules, ValueChooser chooser, FileFacts facts) {
        this.query = query;
        this.rules = rules;
        this.chooser = chooser;
        this.lists = new ListChooser(query, rules, chooser, facts);
        this.code = facts.code();
        this.positions = Positions.of(statement, rules.dialect());
        this.isData = statement.isBindable() || statement.verb() == null || !statement.hasKnownVerb();
        this.doubts = new BoundDoubts(rules, statement);
        this.untyped = new UntypedParameters(rules, statement);
        this.grouped = rules.mayMergeEqualExpressions() ? Set.of() : GroupedValues.in(statement, this::sourceOf);
        for (Query.Field field : query.fields()) {
            Expression escaped = HandEscaping.escaped(field.value().expression());
            if (escaped != null) {
                cleaned.put(field.value(), escaped);
            }
        }
    }

    private String sourceOf(SqlToken token) {
        StringBuilder source = new StringBuilder(token.text());
        query.valuesOf(token)
                .forEach(value -> source.append('\n').append(value.expression().sourceText()));
        return source.toString();
    }

    Position position(SqlToken token) {
        return positions.getOrDefault(token, Position.FRAGMENT);
    }

    /** Returns whether the quotes around the values of a token go away when they are bound. */
    static boolean isQuoted(SqlToken token) {
        return token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_NAME;
    }

    /** Returns the choice for all values of a token together, or null if each of them stays for its own reason. */
    BindingChoice choose(SqlToken token, List<Value> values) {
        BindingChoice choice = choose(token, values, placeOf(token, values));
        if (choice == null || choice.isKept()) {
            return choice;
        }
        if (!isData && token.kind() == Kind.HOLE && !choice.reason().equals("number")) {
            return chooser.kept(values.get(0), Position.FRAGMENT);
        }
        if (grouped.contains(token)) {
            return BindingChoice.kept(
                    "grouped-value",
                    "the server has to see that the query groups or orders by an expression that it selects, and takes "
                            + "two parameters for different; write the number or the alias of the column there");
        }
        if (isHiddenFromText(token)) {
            return BindingChoice.kept(
                    "cast-with-colons",
                    "SQLAlchemy sees no :name beside another colon; write CAST(:name AS type) and bind the value");
        }
        return untyped.isUntyped(token)
                ? BindingChoice.kept(
                        "untyped-parameter",
                        "PostgreSQL cannot tell the type of a parameter in this place; put the placeholder into a CAST")
                : doubts.checked(choice, token);
    }

    /** Returns whether SQLAlchemy's pattern for names would not match beside a colon or after a backslash. */
    private boolean isHiddenFromText(SqlToken token) {
        boolean isText = rules.style() == ParamStyle.NAMED && rules.dialect() != SqlDialect.ORACLE;
        return isText && rules.driver() != Driver.SQLITE3 && (isColonAt(token.start() - 1) || isColonAt(token.end()));
    }

    private boolean isColonAt(int index) {
        char c = index < 0 || index >= query.characters().size()
                ? ' '
                : query.characters().get(index).character();
        return c == ':' || c == '\\';
    }

    /** Says why a value of a token stays. */
    BindingChoice kept(SqlToken token, Value value) {
        return chooser.kept(value, placeOf(token, List.of(value)));
    }

    private Position placeOf(SqlToken token, List<Value> values) {
        Position position = position(token);
        boolean isWhole = position == Position.WHOLE_LITERAL || position == Position.UNCONVERTED_LITERAL;
        if (isWhole && ListValue.isJoinedByQuotes(values.get(0).expression())) {
            return Position.QUOTED_LIST;
        }
        if (position == Position.TYPED_LITERAL && rules.isInterpolated()) {
            return token.body().length() == 1 ? Position.UNCONVERTED_LITERAL : Position.PART_OF_LITERAL;
        }
        if (position == Position.WHOLE_LITERAL && !isData) {
            return Position.UNCONVERTED_LITERAL;
        }
        return position;
    }

    private BindingChoice choose(SqlToken token, List<Value> values, Position position) {
        if (position == Position.PART_OF_LITERAL) {
            boolean hasEscape = rules.mayHaveBackslashEscapes() && token.body().indexOf('\\') >= 0;
            return hasEscape
                    ? BindingChoice.kept(
                            "backslash-in-literal",
                            "a backslash in the literal may be an escape of the database, which a parameter does not have")
                    : chooser.part(values, () -> writer().write(token.quote() + 1, token.end() - 1, quoteOf(token)));
        }
        if (values.size() != 1 || !isAlone(token, position)) {
            return null;
        }
        Value value = values.get(0);
        return isListPosition(position) ? lists.choose(value, position) : chooseOne(token, value, position);
    }

    private BindingChoice chooseOne(SqlToken token, Value value, Position position) {
        int from = isQuoted(token) ? token.quote() + 1 : token.start();
        int to = isQuoted(token) ? token.end() - 1 : token.end();
        LiteralParameter writer = writer();
        return chooser.choose(value, position, () -> writer.write(from, to, quoteOf(token)));
    }

    private LiteralParameter writer() {
        boolean isDoubled = rules.percent() == DriverFacts.Percent.DOUBLED_ALWAYS;
        return new LiteralParameter(query, cleaned, isDoubled, code);
    }

    private char quoteOf(SqlToken token) {
        return token.kind() == Kind.STRING
                ? query.characters().get(token.quote()).character()
                : '\0';
    }

    private static boolean isAlone(SqlToken token, Position position) {
        return token.kind() == Kind.HOLE
                || position == Position.WHOLE_LITERAL
                || position == Position.UNCONVERTED_LITERAL
                || position == Position.QUOTED_LIST
                || position == Position.DOUBLE_QUOTED && token.body().length() == 1;
    }

    private static boolean isListPosition(Position position) {
        return position == Position.LIST || position == Position.QUOTED_LIST || position == Position.PARENTHESIZED_LIST;
    }
}
