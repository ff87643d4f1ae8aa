package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.ValueType.Kind;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import java.util.Set;

/** Decides about one value of a query, by where it stands and what is known of it. */
final class ValueChooser {
    private static final Set<Character> DECIMAL = Set.of('d', 'i', 'u');
    private static final Set<Character> FLOATING = Set.of('e', 'E', 'f', 'F', 'g', 'G');

    private final ValueTypes types;
    private final Functions functions;
    private final HandEscaping escaping;
    private final NoneGuards guards;
    private final TupleOperands tuples;
    private final QuotedNames quotedNames;
    private final SqlAlternatives alternatives;
    private final Driver driver;
    private final Query query;
    private final Code code;

    /**
     * Creates the chooser.
     *
     * @param driver the driver, or null if it is not known
     */
    ValueChooser(FileFacts facts, Driver driver, Query query) {
        this.query = query;
        this.types = facts.types();
        this.functions = facts.functions();
        this.escaping = facts.escaping();
        this.tuples = new TupleOperands(facts.semantics(), facts.types());
        this.guards = new NoneGuards(facts.semantics());
        this.quotedNames = new QuotedNames(facts);
        this.alternatives = new SqlAlternatives(facts.semantics());
        this.driver = driver;
        this.code = facts.code();
    }

    /**
     * Decides about a value that is alone in its place.
     *
     * @param composed gives the value's text as an expression, for values that are formatted
     */
    BindingChoice choose(Value value, Position position, LiteralText composed) {
        switch (position) {
            case WHOLE_LITERAL:
                return whole(value, composed, true);
            case UNCONVERTED_LITERAL:
                return whole(value, composed, false);
            case DOUBLE_QUOTED:
                return doubleQuoted(value, composed);
            case VALUE:
            case UNPARENTHESIZED_VALUE:
                return bare(value, composed);
            case EXPRESSION:
            case OPERAND:
            case COMPARED:
                return expression(value, position, composed);
            default:
                return kept(value, position);
        }
    }

    /** Gives the text between the quotes as an expression. */
    interface LiteralText {
        /** Returns the text that Python composes there. */
        Expression get();
    }

    private BindingChoice whole(Value value, LiteralText composed, boolean isConverted) {
        Expression escaped = HandEscaping.escaped(value.expression());
        if (escaping.isEscapedVariable(value.expression())) {
            return escapedElsewhere();
        }
        boolean mayBeTuple = isSoleOperand(value) && tuples.mayBeTuple(value.expression());
        if (!value.isPlain() || mayBeTuple) {
            return BindingChoice.safe("quoted-value", composed.get());
        }
        Expression plain = escaped == null ? value.expression() : escaped;
        ValueType type = types.of(plain);
        boolean canBeNone = type.canBeNone() && value.kind() != Value.Kind.OPERAND && !guards.isGuarded(plain);
        if (canBeNone) {
            return BindingChoice.unsafe(
                    "none-becomes-null", "the value can be None, which was the text 'None' and becomes NULL", plain);
        }
        if (escaped != null) {
            // Doubled backslashes are an escape to some databases and data to others.
            boolean isStandard = value.expression().sourceText().contains("''")
                    && !(value.expression() instanceof Call call
                            && call.func() instanceof Attribute method
                            && HandEscaping.doublesBackslashes(method.value()));
            return isStandard
                    ? BindingChoice.safe("escaped-by-hand", escaped)
                    : BindingChoice.unsafe(
                            "escaped-by-hand",
                            "the escaping by hand goes away with the quotes; check that it is this",
                            escaped);
        }
        boolean isText = type.kind() == Kind.UNKNOWN && isConverted || type.kind() == Kind.TEXT;
        if (type.kind() == Kind.SEQUENCE) {
            return BindingChoice.kept(
                    "list-in-literal", "a list is put between quotes; its elements cannot be told apart");
        }
        if (type.kind() == Kind.UNKNOWN && !isConverted && code.level().isPython2()) {
            return BindingChoice.safe("quoted-value", composed.get());
        }
        boolean isOperand = value.kind() == Value.Kind.OPERAND;
        return BindingChoice.safe(
                "quoted-value", isText || isOperand ? plain : code.call("str", java.util.List.of(plain)));
    }

    /** Returns whether a value is the right operand of {@code %} as a whole, taken by the only directive. */
    private boolean isSoleOperand(Value value) {
        return value.isFromOperand()
                && query.fields().stream()
                                .filter(field -> field.value().argument() == value.argument())
                                .count()
                        == 1;
    }

    /** Decides about a literal that holds more than one value, or text beside it. */
    BindingChoice part(Iterable<Value> values, LiteralText composed) {
        for (Value value : values) {
            if (escaping.isEscapedVariable(value.expression())) {
                return escapedElsewhere();
            }
        }
        return BindingChoice.safe("part-of-literal", composed.get());
    }

    private static BindingChoice escapedElsewhere() {
        return BindingChoice.kept(
                "escaped-by-hand",
                "the value was escaped by hand before and would be stored with its escapes; remove the escaping");
    }

    private BindingChoice doubleQuoted(Value value, LiteralText composed) {
        return BindingChoice.unsafe(
                "double-quoted-value",
                "SQLite takes a double-quoted word for a column if there is one of that name, else for a string",
                value.isPlain() ? value.expression() : composed.get());
    }

    private BindingChoice bare(Value value, LiteralText composed) {
        char type = value.conversion();
        if (value.kind() == Value.Kind.PERCENT && type != 's' && type != 'r' && type != 'a') {
            return number(value, type, composed);
        }
        if (!value.spec().isEmpty()) {
            char last = value.spec().charAt(value.spec().length() - 1);
            boolean isNumber = value.spec().matches("[+\\- ]?0?\\d*(\\.\\d+)?[a-zA-Z]");
            return isNumber && type == 0
                    ? number(value, last, composed)
                    : BindingChoice.kept(
                            "format-spec",
                            "the format of the value may matter to the query; format it before and bind that");
        }
        Expression quoted = HandEscaping.quoted(value.expression());
        if (quoted != null && type != 'r') {
            return BindingChoice.unsafe(
                    "quoted-by-hand",
                    "the call that quotes the value goes away; check that it does nothing else",
                    quoted);
        }
        if (alternatives.isSql(value.expression())) {
            return kept(value, Position.FRAGMENT);
        }
        if (quotedNames.isQuoted(value.expression())) {
            return BindingChoice.kept(
                    "quoted-name",
                    "the value is quoted as a name; if it is meant as text, bind it without that quoting");
        }
        Expression represented = calledBuiltin(value.expression(), "repr");
        if (represented != null && type != 'r') {
            return represented(represented, types.of(represented));
        }
        Expression plain = withoutText(value.expression());
        ValueType known = types.of(plain);
        if (known.kind() == Kind.FLOAT && code.level().isPython2() && type != 'r') {
            return BindingChoice.unsafe(
                    "number-format", "Python 2 wrote 12 digits of the number, and all of them are bound", plain);
        }
        if (known.isNumber()) {
            return BindingChoice.safe("number", plain);
        }
        if (type == 'r' || type == 'a') {
            return represented(plain, known);
        }
        return bare(value, plain, known);
    }

    private BindingChoice bare(Value value, Expression plain, ValueType known) {
        if (isSoleOperand(value) && tuples.mayBeTuple(plain)) {
            return BindingChoice.kept(
                    "tuple-or-value",
                    "`" + value.shortened()
                            + "` may be a value or the tuple of parameters; pass (value,) or the tuple");
        }
        if (known.kind() == Kind.SEQUENCE) {
            return BindingChoice.kept(
                    "list-value", "a list is put where one value belongs; bind its elements one by one");
        }
        if (known.kind() == Kind.TEXT || value.kind() == Value.Kind.OPERAND && plain == value.expression()) {
            return BindingChoice.unsafe(
                    "text-as-sql",
                    "the value is text without quotes, so it can be any SQL: bind it only if it is one number or the like",
                    plain);
        }
        return BindingChoice.unsafe(
                "bare-value", "the type of the value is not known here, and text without quotes can be any SQL", plain);
    }

    private BindingChoice represented(Expression plain, ValueType known) {
        return known.kind() == Kind.TEXT && !known.canBeNone()
                ? BindingChoice.safe("repr-as-quoting", plain)
                : BindingChoice.unsafe(
                        "repr-as-quoting", "repr() served to quote the value; check that the value is text", plain);
    }

    /** Returns x for {@code str(x)}: the text of a number is the same in SQL. */
    private Expression withoutText(Expression expression) {
        Expression argument = calledBuiltin(expression, "str");
        if (argument == null) {
            argument = calledBuiltin(expression, "unicode");
        }
        return argument == null ? expression : argument;
    }

    /** Returns the only argument of a call of a builtin, or null if the expression is no such call. */
    private Expression calledBuiltin(Expression expression, String name) {
        return expression instanceof Call call
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Expression argument
                        && functions.isBuiltin(call.func(), name)
                ? argument
                : null;
    }

    private BindingChoice number(Value value, char type, LiteralText composed) {
        if (DECIMAL.contains(type)) {
            boolean isInteger = types.of(value.expression()).kind() == Kind.INTEGER;
            return BindingChoice.safe(
                    "number", isInteger ? value.expression() : code.call("int", java.util.List.of(value.expression())));
        }
        if (FLOATING.contains(type)) {
            return BindingChoice.unsafe(
                    "number-format",
                    "the number is rounded as its text was; check that the column is no exact decimal",
                    code.call("float", java.util.List.of(composed.get())));
        }
        return BindingChoice.kept(
                "format-spec", "the format of the value may matter to the query; format it before and bind that");
    }

    private BindingChoice expression(Value value, Position position, LiteralText composed) {
        BindingChoice choice = bare(value, composed);
        return choice.reason().equals("number") ? choice : kept(value, position);
    }

    /** Says why a value in a position from which nothing is bound stays. */
    BindingChoice kept(Value value, Position position) {
        switch (position) {
            case EXPRESSION:
                return BindingChoice.kept(
                        "value-or-column",
                        "the value stands where a column can stand as well; if it is a value, put a placeholder there");
            case LITERAL_ONLY:
                return BindingChoice.kept(
                        "literal-only",
                        "the database wants a literal in this place, which no parameter can be; check the value against "
                                + "what is allowed");
            case IDENTIFIER:
            case COMPARED:
                return BindingChoice.kept(
                        "identifier",
                        "`" + value.shortened() + "` is a name of the database, which no driver can bind; "
                                + safeWay());
            case LIST:
            case QUOTED_LIST:
            case PARENTHESIZED_LIST:
                return BindingChoice.kept(
                        "in-list",
                        "`" + value.shortened()
                                + "` may hold a whole list; join one placeholder per element and bind the elements");
            case PREFIXED_LITERAL:
                return BindingChoice.kept(
                        "prefixed-literal",
                        "the literal has a prefix that a parameter cannot have; bind it without, or cast");
            case TYPED_LITERAL:
                return BindingChoice.kept(
                        "typed-literal",
                        "after a type only a literal can stand; write CAST(... AS type) and bind the value");
            case COMMENT:
                return BindingChoice.kept(
                        "inside-comment", "the value is inside a comment of the query, where it can end the comment");
            default:
                return BindingChoice.kept(
                        "sql-fragment",
                        "`" + value.shortened()
                                + "` is a piece of SQL, not a value; build it from fixed text with placeholders");
        }
    }

    private String safeWay() {
        String own = driver == null ? "" : NameQuoting.of(driver);
        return own.isEmpty()
                ? "compare it with a list of allowed names before"
                : "use " + own + ", or compare it with a list of allowed names";
    }
}
