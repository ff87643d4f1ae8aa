package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds mistakes in calls that bind parameters already: placeholders in quotes, and a value without its tuple. */
final class Repairs {
    private final FileFacts facts;
    private final Sink sink;
    private final QueryRules rules;
    private final Changes changes;
    private final QueryVariable variable;

    Repairs(FileFacts facts, Sink sink, QueryRules rules, Changes changes, QueryVariable variable) {
        this.facts = facts;
        this.sink = sink;
        this.rules = rules;
        this.changes = changes;
        this.variable = variable;
    }

    /** Checks a query that no values are put into. */
    void check(Query query, SqlStatement statement) {
        if (sink.parameters() == null || rules.driver() == null || !sink.takesOne() || variable != null) {
            return;
        }
        if (!checkQuoted(query, statement) && !sink.isMany()) {
            checkScalar(statement);
        }
    }

    private boolean checkQuoted(Query query, SqlStatement statement) {
        Set<Integer> deleted = new HashSet<>();
        boolean isInLarger = false;
        int quoted = 0;
        for (SqlToken token : statement.tokens()) {
            if (token.kind() != Kind.STRING) {
                continue;
            }
            String body = token.body();
            if (isPlaceholder(body)) {
                quoted++;
                deleted.add(token.quote());
                deleted.add(token.end() - 1);
            } else if (rules.style().isPercent() && body.replace("%%", "").contains("%s")) {
                isInLarger = true;
            }
        }
        if (isInLarger) {
            facts.file()
                    .refuse(
                            sink.call(),
                            "quoted-placeholder",
                            "a placeholder inside a literal is not a parameter: the driver puts a quoted value between the "
                                    + "quotes; bind the whole text of the literal");
            return true;
        }
        if (quoted == 0 || !rules.style().isPercent() && !isMissing(statement, quoted)) {
            return false;
        }
        boolean isApplied = sink.query() instanceof Name
                ? refuseQuoted()
                : facts.file()
                        .offer(
                                Applicability.UNSAFE,
                                sink.call(),
                                "quoted-placeholder",
                                "take the quotes off the placeholder: the driver puts its own around text");
        if (isApplied) {
            Expression rewritten = new Rebuilder(
                            query, Map.of(), new PieceTexts(query, Map.of(), deleted, false), facts.code())
                    .rebuild(query.root());
            changes.replace(sink.call(), sink.with(rewritten, null, facts.code()));
        }
        return true;
    }

    private boolean refuseQuoted() {
        facts.file()
                .refuse(
                        sink.call(),
                        "quoted-placeholder",
                        "a placeholder of the query stands between quotes; take them off where the query is written");
        return false;
    }

    private boolean isPlaceholder(String body) {
        return rules.style().isPercent() ? body.matches("%s|%\\(\\w+\\)s") : body.equals("?");
    }

    /** Returns whether the parameters are as many as the placeholders with those in quotes. */
    private boolean isMissing(SqlStatement statement, int quoted) {
        long open = statement.tokens().stream()
                .filter(token -> token.kind() == Kind.PLACEHOLDER)
                .count();
        Expression parameters = sink.parameters();
        int passed = parameters instanceof Tuple tuple
                ? tuple.elements().size()
                : parameters instanceof ListDisplay list ? list.elements().size() : -1;
        return passed == open + quoted;
    }

    private void checkScalar(SqlStatement statement) {
        boolean acceptsScalar = rules.driver().acceptsScalar();
        List<SqlToken> placeholders = statement.tokens().stream()
                .filter(token -> token.kind() == Kind.PLACEHOLDER)
                .toList();
        if (acceptsScalar
                || placeholders.size() != 1
                || placeholders.get(0).text().length() > 2) {
            return;
        }
        Expression parameters = sink.parameters();
        ValueType type = facts.types().of(parameters);
        boolean isScalar = type.isNumber() || type.kind() == ValueType.Kind.TEXT;
        boolean isMeantAsTuple =
                parameters instanceof Name && parameters.parentheses() > 0 && type.kind() == ValueType.Kind.UNKNOWN;
        if (!isScalar && !isMeantAsTuple) {
            return;
        }
        boolean isApplied = facts.file()
                .offer(
                        Applicability.UNSAFE,
                        sink.call(),
                        "scalar-parameters",
                        "pass a tuple of one: the driver takes a sequence of parameters and fails without");
        if (isApplied) {
            Tuple tuple = facts.code().tuple(List.of(parameters));
            // The parentheses that meant to make a tuple stay, and now do.
            tuple = tuple.withParenthesized(parameters.parentheses() == 0);
            changes.replace(sink.call(), sink.with(sink.query(), tuple, facts.code()));
        }
    }
}
