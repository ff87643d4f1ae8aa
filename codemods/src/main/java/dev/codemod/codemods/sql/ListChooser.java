package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;

/** Decides about a value that stands where a list can stand. */
final class ListChooser {
    private static final String LIST_DOUBT = "each element gets a placeholder of its own; check that the elements have "
            + "the type of the column, and what an empty list should find";

    private final Query query;
    private final QueryRules rules;
    private final ValueChooser chooser;
    private final Functions functions;
    private final Code code;

    ListChooser(Query query, QueryRules rules, ValueChooser chooser, FileFacts facts) {
        this.query = query;
        this.rules = rules;
        this.chooser = chooser;
        this.functions = facts.functions();
        this.code = facts.code();
    }

    /** Decides about the value at one of the positions of lists. */
    BindingChoice choose(Value value, Position position) {
        Query.Field field = fieldOf(value);
        boolean isDoubleQuoted = field.piece() == null || field.piece().quote().charAt(0) == '"';
        if (rules.style().isNumbered()) {
            return BindingChoice.kept(
                    "list-among-numbers",
                    "each element of the list needs a numbered placeholder of its own; " + arrayForm());
        }
        if (rules.driver() == Driver.SQLALCHEMY && value.isPlain()) {
            Expression items = ListValue.items(value.expression(), position, functions);
            if (items != null) {
                return BindingChoice.unsafe("in-list", LIST_DOUBT, new ListValue(items, null));
            }
        }
        ListValue list = value.isPlain() && value.kind() != Value.Kind.OPERAND
                        || value.isPlain() && position != Position.PARENTHESIZED_LIST
                ? ListValue.of(
                        value.expression(), position, isDoubleQuoted ? '\'' : '"', rules.style(), functions, code)
                : null;
        if (list != null) {
            return BindingChoice.unsafe("in-list", LIST_DOUBT, list);
        }
        BindingChoice single = chooser.choose(value, Position.VALUE, () -> value.expression());
        return position == Position.LIST && single.reason().equals("number") ? single : chooser.kept(value, position);
    }

    private String arrayForm() {
        return rules.dialect() == SqlDialect.POSTGRESQL
                ? "write = ANY($1) and pass the list"
                : "make them in a loop, and bind the elements in their order";
    }

    private Query.Field fieldOf(Value value) {
        return query.fields().stream()
                .filter(field -> field.value() == value)
                .findFirst()
                .orElseThrow();
    }
}
