package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of every value of one query: the placeholders, the parameters, and what is reported. */
final class QueryPlan {
    /** The style and the rules of the driver, as they hold for one call. */
    record Rules(Driver driver, ParamStyle style, SqlDialect dialect, DriverFacts.Percent percent)
            implements Serializable {
        /** Returns whether percent signs have to be doubled when parameters come. */
        boolean isPercentDoubled() {
            return percent == DriverFacts.Percent.DOUBLED;
        }

        /**
         * Returns the rules with the style of the placeholders that a statement has, or null if some of them have names
         * and others not.
         *
         * @param parameters what the call passes, or null
         */
        Rules named(SqlStatement statement, Expression parameters) {
            boolean isNamed = false;
            boolean isPositional = false;
            for (SqlToken token : statement.tokens()) {
                if (token.kind() == Kind.PLACEHOLDER) {
                    boolean hasName = token.text().matches("(?s)%\\(.*|[:@$]\\D.*");
                    isNamed |= hasName;
                    isPositional |= !hasName;
                }
            }
            if (isNamed && isPositional) {
                return null;
            }
            boolean isMapping = isNamed || parameters instanceof DictDisplay;
            boolean isRead = parameters != null && percent == DriverFacts.Percent.DOUBLED;
            return new Rules(
                    driver,
                    isMapping ? style.named() : style,
                    dialect,
                    isRead ? DriverFacts.Percent.DOUBLED_ALWAYS : percent);
        }

        /** Returns whether a backslash in a literal may escape the next character. */
        boolean mayHaveBackslashEscapes() {
            return dialect.hasBackslashEscapes() || dialect == SqlDialect.STANDARD;
        }
    }

    /** The choice for a value that makes placeholders: right as it is, so nothing is reported. */
    static final BindingChoice PLACEHOLDERS = BindingChoice.kept("placeholders", "");

    private static final Set<String> BLOCKING_FRAGMENTS = Set.of("sql-fragment", "in-list", "placeholders");

    private static final String LIST_DOUBT = "each element gets a placeholder of its own; check that the elements have "
            + "the type of the column, and what an empty list should find";

    private final Query query;
    private final SqlStatement statement;
    private final Map<SqlToken, Position> positions;
    private final Rules rules;
    private final ValueChooser chooser;
    private final Functions functions;
    private final Semantics semantics;
    private final Code code;
    private final Map<Value, Treatment> treatments = new IdentityHashMap<>();
    private final Map<Value, BindingChoice> kept = new IdentityHashMap<>();
    private final Map<Value, Expression> cleaned = new IdentityHashMap<>();
    private final Set<Integer> deleted = new HashSet<>();
    private final List<BindingChoice> bound = new ArrayList<>();
    private final List<ParameterMerge.Slot> slots = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> expanding = new ArrayList<>();

    /** The highest number of a placeholder, those of new ones included. */
    private int highestNumber;

    QueryPlan(Query query, SqlStatement statement, Rules rules, ValueChooser chooser, FileFacts facts) {
        this.query = query;
        this.statement = statement;
        this.rules = rules;
        this.chooser = chooser;
        this.functions = facts.functions();
        this.semantics = facts.semantics();
        this.code = facts.code();
        this.positions = Positions.of(statement, rules.dialect());
    }

    /** Decides about every value. */
    void decide() {
        for (Query.Field field : query.fields()) {
            Expression escaped = HandEscaping.escaped(field.value().expression());
            if (escaped != null) {
                cleaned.put(field.value(), escaped);
            }
        }
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.PLACEHOLDER) {
                rememberName(token.text());
            }
        }
        boolean isOrdered = rules.style() == ParamStyle.DOLLAR;
        for (int i = 0; i < highestNumber && isOrdered; i++) {
            slots.add(ParameterMerge.Slot.EXISTING);
        }
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.PLACEHOLDER) {
                if (!isOrdered) {
                    slots.add(ParameterMerge.Slot.EXISTING);
                }
            } else if (token.hasHole()) {
                decide(token, positions.getOrDefault(token, Position.FRAGMENT));
            }
        }
    }

    private void rememberName(String placeholder) {
        String name = placeholder.replaceAll("^[:@$]|^%\\(|\\)s$", "");
        names.add(name);
        if (name.matches("\\d{1,6}")) {
            highestNumber = Math.max(highestNumber, Integer.parseInt(name));
        }
    }

    private void decide(SqlToken token, Position found) {
        List<Value> values = valuesOf(token);
        boolean isJoined = found == Position.WHOLE_LITERAL
                && ListValue.isJoinedByQuotes(values.get(0).expression());
        Position position = isJoined ? Position.QUOTED_LIST : found;
        if (values.stream().anyMatch(this::isPlaceholders)) {
            values.forEach(value -> kept.put(value, PLACEHOLDERS));
            return;
        }
        if (position == Position.PART_OF_LITERAL) {
            LiteralParameter writer = writer();
            boolean hasEscape = rules.mayHaveBackslashEscapes() && token.body().indexOf('\\') >= 0;
            BindingChoice choice = hasEscape
                    ? BindingChoice.kept(
                            "backslash-in-literal",
                            "a backslash in the literal may be an escape of the database, which a parameter does not have")
                    : chooser.part(values, () -> writer.write(token.quote() + 1, token.end() - 1, quoteOf(token)));
            apply(token, values, choice, true);
            return;
        }
        if (values.size() == 1 && isAlone(token, position)) {
            Value value = values.get(0);
            boolean isQuoted = token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_NAME;
            apply(
                    token,
                    values,
                    isListPosition(position) ? list(value, position) : chooseOne(token, value, position),
                    isQuoted);
            return;
        }
        for (Value value : values) {
            kept.put(value, chooser.kept(value, position));
        }
    }

    private boolean isPlaceholders(Value value) {
        return ListValue.isPlaceholders(value.expression(), semantics);
    }

    private BindingChoice chooseOne(SqlToken token, Value value, Position position) {
        boolean isQuoted = token.kind() == Kind.STRING || token.kind() == Kind.QUOTED_NAME;
        int from = isQuoted ? token.quote() + 1 : token.start();
        int to = isQuoted ? token.end() - 1 : token.end();
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
                || position == Position.QUOTED_LIST
                || position == Position.DOUBLE_QUOTED && token.body().length() == 1;
    }

    private static boolean isListPosition(Position position) {
        return position == Position.LIST || position == Position.QUOTED_LIST || position == Position.PARENTHESIZED_LIST;
    }

    private BindingChoice list(Value value, Position position) {
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

    private List<Value> valuesOf(SqlToken token) {
        List<Value> values = new ArrayList<>();
        for (int i = token.start(); i < token.end(); i++) {
            if (query.characters().get(i).value() != null) {
                values.add(query.characters().get(i).value());
            }
        }
        return values;
    }

    private void apply(SqlToken token, List<Value> values, BindingChoice choice, boolean isQuoted) {
        if (choice.isKept()) {
            values.forEach(value -> kept.put(value, choice));
            return;
        }
        bound.add(new BoundDoubts(rules, statement).checked(choice, token));
        String name = rules.style().isNamed()
                ? freshName(
                        choice.list() == null
                                ? values.get(0).expression()
                                : choice.list().items())
                : rules.style().isNumbered() && choice.list() == null ? String.valueOf(++highestNumber) : "";
        if (choice.list() != null && choice.list().placeholders() == null) {
            treatments.put(values.get(0), Treatment.bound(rules.style().placeholder(name)));
            Expression items = code.call("list", List.of(choice.list().items()));
            slots.add(new ParameterMerge.Slot(items, name, false, token.start()));
            expanding.add(name);
            deleteParentheses(token);
        } else if (choice.list() != null) {
            boolean isParenthesized = positions.get(token) == Position.PARENTHESIZED_LIST;
            treatments.put(values.get(0), Treatment.replaced(choice.list().placeholders(), isParenthesized));
            slots.add(new ParameterMerge.Slot(choice.list().items(), name, true, token.start()));
        } else {
            String placeholder = rules.style().placeholder(name);
            if (positions.get(token) == Position.UNPARENTHESIZED_VALUE) {
                placeholder = "(" + placeholder + ")";
            }
            for (Value value : values) {
                treatments.put(value, Treatment.bound(placeholder));
                placeholder = "";
            }
            slots.add(new ParameterMerge.Slot(choice.parameter(), name, false, token.start()));
        }
        for (int i = isQuoted ? token.quote() : token.end(); i < token.end(); i++) {
            if (query.characters().get(i).value() == null) {
                deleted.add(i);
            }
        }
    }

    /** An expanding parameter brings its own parentheses. */
    private void deleteParentheses(SqlToken token) {
        List<SqlToken> tokens = statement.tokens();
        int index = tokens.indexOf(token);
        if (positions.get(token) != Position.PARENTHESIZED_LIST) {
            deleted.add(tokens.get(index - 1).start());
            deleted.add(tokens.get(index + 1).start());
        }
    }

    /** Returns the names of the placeholders that stand for the elements of a list. */
    List<String> expanding() {
        return expanding;
    }

    private String freshName(Expression value) {
        Expression named = value;
        while (named instanceof Call call
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression argument) {
            named = argument;
        }
        String source = named.sourceText();
        String base = source.substring(source.lastIndexOf('.') + 1);
        if (!base.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            base = "value";
        }
        String name = base;
        for (int i = 2; !names.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    // ---------------------------------------------------------------- answers

    /** Returns whether a new parameter comes before one that was there. */
    boolean isNewBeforeExisting() {
        int lastExisting = slots.lastIndexOf(ParameterMerge.Slot.EXISTING);
        return slots.subList(0, lastExisting + 1).stream().anyMatch(slot -> slot != ParameterMerge.Slot.EXISTING);
    }

    /** Returns whether a value is bound or a list of them. */
    boolean bindsAnything() {
        return !bound.isEmpty();
    }

    /** Returns the values that stay in the text, with the reason. */
    Map<Value, BindingChoice> kept() {
        return kept;
    }

    /** Returns the choices of the values that are bound. */
    List<BindingChoice> bound() {
        return bound;
    }

    /** Returns whether a piece of SQL stays in the text that may itself hold placeholders or percent signs. */
    boolean hasUnknownText() {
        return kept.values().stream().anyMatch(choice -> BLOCKING_FRAGMENTS.contains(choice.reason()));
    }

    /** Returns the least trusted of the choices. */
    BindingChoice decisive() {
        return decisive(List.of(this));
    }

    /** Returns the least trusted of the choices of several plans, of which at least one binds something. */
    static BindingChoice decisive(List<QueryPlan> plans) {
        BindingChoice first = null;
        for (QueryPlan plan : plans) {
            for (BindingChoice choice : plan.bound) {
                if (choice.applicability() == Applicability.UNSAFE) {
                    return choice;
                }
                first = first == null ? choice : first;
            }
        }
        return first;
    }

    /** Returns the placeholders that the text had before. */
    List<SqlToken> placeholders() {
        return statement.tokens().stream()
                .filter(token -> token.kind() == Kind.PLACEHOLDER)
                .toList();
    }

    List<ParameterMerge.Slot> slots() {
        return slots;
    }

    /** Returns the values that are bound, in the order of the text. */
    List<Value> boundValues() {
        List<Value> values = new ArrayList<>();
        for (Query.Field field : query.fields()) {
            if (treatments.containsKey(field.value())) {
                values.add(field.value());
            }
        }
        return values;
    }

    /** Returns the expression of the query with its placeholders. */
    Expression rewrittenQuery(boolean doublesPercent) {
        return rewrittenPart(query.root(), doublesPercent);
    }

    /** Returns one of the expressions that the query is composed of, with its placeholders. */
    Expression rewrittenPart(Expression root, boolean doublesPercent) {
        PieceTexts texts = new PieceTexts(query, treatments, deleted, doublesPercent);
        return new Rebuilder(query, treatments, texts, code).rebuild(root);
    }

    Rules rules() {
        return rules;
    }

    Query query() {
        return query;
    }
}
