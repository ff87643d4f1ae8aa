package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of every value of one query: the placeholders, the parameters, and what is reported. */
final class QueryPlan {
    /** The choice for a value that makes placeholders: right as it is, so nothing is reported. */
    static final BindingChoice PLACEHOLDERS = BindingChoice.kept("placeholders", "");

    /** The choice for a piece of SQL whose text is written in the file: nothing is reported, and nothing in doubt. */
    static final BindingChoice FIXED = BindingChoice.kept("fixed", "");

    private static final Set<String> BLOCKING_FRAGMENTS = Set.of("sql-fragment", "in-list", "placeholders");

    private static final Set<String> PIECES_OF_SQL = Set.of("sql-fragment", "identifier", "value-or-column");

    private final Query query;
    private final SqlStatement statement;
    private final QueryRules rules;
    private final TokenChooser chooser;
    private final Semantics semantics;
    private final FixedTexts fixedTexts;
    private final Code code;
    private final Map<Value, Treatment> treatments = new IdentityHashMap<>();
    private final Map<Value, BindingChoice> kept = new IdentityHashMap<>();
    private final Map<Value, BindingChoice> choices = new IdentityHashMap<>();
    private final Map<Value, SqlToken> tokens = new IdentityHashMap<>();
    private final Set<Integer> deleted = new HashSet<>();
    private final List<BindingChoice> bound = new ArrayList<>();
    private final List<ParameterMerge.Slot> slots = new ArrayList<>();
    private final PlaceholderNames names;
    private final List<String> expanding = new ArrayList<>();

    QueryPlan(Query query, SqlStatement statement, QueryRules rules, ValueChooser chooser, FileFacts facts) {
        this.query = query;
        this.statement = statement;
        this.rules = rules;
        this.names = new PlaceholderNames(rules.dialect());
        this.chooser = new TokenChooser(query, statement, rules, chooser, facts);
        this.semantics = facts.semantics();
        this.fixedTexts = facts.fixedTexts();
        this.code = facts.code();
    }

    /** Decides about every value. */
    void decide() {
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.PLACEHOLDER) {
                names.add(token.text());
            }
        }
        boolean isOrdered = rules.style() == ParamStyle.DOLLAR;
        for (int i = 0; i < names.highestNumber() && isOrdered; i++) {
            slots.add(ParameterMerge.Slot.EXISTING);
        }
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.PLACEHOLDER) {
                if (!isOrdered) {
                    slots.add(ParameterMerge.Slot.EXISTING);
                }
            } else if (token.hasHole()) {
                decide(token);
            }
        }
    }

    private void decide(SqlToken token) {
        List<Value> values = query.valuesOf(token);
        values.forEach(value -> tokens.put(value, token));
        if (values.stream().anyMatch(value -> ListValue.isPlaceholders(value.expression(), semantics))) {
            values.forEach(value -> kept.put(value, PLACEHOLDERS));
            return;
        }
        BindingChoice choice = chooser.choose(token, values);
        if (choice == null) {
            values.forEach(value -> kept.put(value, ofFixed(value, chooser.kept(token, value))));
        } else if (choice.isKept()) {
            values.forEach(value -> kept.put(value, ofFixed(value, choice)));
        } else {
            bind(token, values, choice);
        }
    }

    private BindingChoice ofFixed(Value value, BindingChoice choice) {
        boolean isFixed =
                PIECES_OF_SQL.contains(choice.reason()) && value.isPlain() && fixedTexts.isPlain(value.expression());
        return isFixed ? FIXED : choice;
    }

    private void bind(SqlToken token, List<Value> values, BindingChoice choice) {
        bound.add(choice);
        values.forEach(value -> choices.put(value, choice));
        if (choice.list() != null) {
            bindList(token, values.get(0), choice.list());
        } else {
            String name = rules.style().isNamed()
                    ? names.fresh(values.get(0).expression())
                    : rules.style().isNumbered() ? names.nextNumber() : "";
            String placeholder = rules.style().placeholder(name);
            if (chooser.position(token) == Position.UNPARENTHESIZED_VALUE) {
                placeholder = "(" + placeholder + ")";
            }
            placeholder = spaced(placeholder, token);
            for (Value value : values) {
                treatments.put(value, Treatment.bound(placeholder));
                placeholder = "";
            }
            slots.add(new ParameterMerge.Slot(choice.parameter(), name, false, token.start()));
        }
        for (int i = TokenChooser.isQuoted(token) ? token.quote() : token.end(); i < token.end(); i++) {
            if (query.characters().get(i).value() == null) {
                deleted.add(i);
            }
        }
    }

    /** Keeps a placeholder that is a word of the query itself apart from the words beside it: {@code LIKE'x'AND}. */
    private String spaced(String placeholder, SqlToken token) {
        if (rules.isInterpolated() || rules.style() == ParamStyle.QMARK) {
            return placeholder;
        }
        return (isWordAt(token.start() - 1) ? " " : "") + placeholder + (isWordAt(token.end()) ? " " : "");
    }

    private boolean isWordAt(int index) {
        if (index < 0 || index >= query.characters().size()) {
            return false;
        }
        char c = query.characters().get(index).character();
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private void bindList(SqlToken token, Value value, ListValue list) {
        String name = rules.style().isNamed() ? names.fresh(list.items()) : "";
        if (list.placeholders() == null) {
            treatments.put(value, Treatment.bound(rules.style().placeholder(name)));
            Expression items = code.call("list", List.of(list.items()));
            slots.add(new ParameterMerge.Slot(items, name, false, token.start()));
            expanding.add(name);
            deleteParentheses(token);
        } else {
            boolean isParenthesized = chooser.position(token) == Position.PARENTHESIZED_LIST;
            treatments.put(value, Treatment.replaced(list.placeholders(), isParenthesized));
            slots.add(new ParameterMerge.Slot(list.items(), name, true, token.start()));
        }
    }

    /** An expanding parameter brings its own parentheses. */
    private void deleteParentheses(SqlToken token) {
        List<SqlToken> tokens = statement.tokens();
        int index = tokens.indexOf(token);
        if (chooser.position(token) != Position.PARENTHESIZED_LIST) {
            deleted.add(tokens.get(index - 1).start());
            deleted.add(tokens.get(index + 1).start());
        }
    }

    /** Returns the names of the placeholders that stand for the elements of a list. */
    List<String> expanding() {
        return expanding;
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

    /** Returns what becomes of a value. */
    BindingChoice choice(Value value) {
        BindingChoice bound = choices.get(value);
        return bound == null ? kept.get(value) : bound;
    }

    /** Returns where a value stands. */
    Position position(Value value) {
        SqlToken token = tokens.get(value);
        return token == null ? Position.FRAGMENT : chooser.position(token);
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

    QueryRules rules() {
        return rules;
    }

    Query query() {
        return query;
    }
}
