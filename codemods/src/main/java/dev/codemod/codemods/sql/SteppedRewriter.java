package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rewrites a query that several statements put together, with a list of parameters that grows beside it. */
final class SteppedRewriter {
    private final FileFacts facts;
    private final Sink sink;
    private final QueryPlan.Rules rules;
    private final SteppedQuery stepped;
    private final boolean isDriverAssumed;
    private final Changes changes;

    /** The texts, one for each step. */
    private final List<Query> queries = new ArrayList<>();

    /** The texts one after another. */
    private Query whole;

    /** Where the text of each step starts in the whole. */
    private final List<Integer> starts = new ArrayList<>();

    SteppedRewriter(
            FileFacts facts,
            Sink sink,
            QueryPlan.Rules rules,
            SteppedQuery stepped,
            boolean isDriverAssumed,
            Changes changes) {
        this.facts = facts;
        this.sink = sink;
        this.rules = rules;
        this.stepped = stepped;
        this.isDriverAssumed = isDriverAssumed;
        this.changes = changes;
    }

    /**
     * Rewrites the query, or finds that there is nothing to do.
     *
     * @return false if it cannot be rewritten in this way; then nothing was reported
     */
    boolean run() {
        if (!compose()) {
            return false;
        }
        if (!hasValues()) {
            return true;
        }
        if (sink.parameters() != null
                || sink.isMany()
                || sink.isScript()
                || rules.style().isNamed()
                || rules.style().isNumbered()
                || !sink.takesOne()) {
            return false;
        }
        SqlStatement statement = new SqlStatement(SqlLexer.lex(whole.text(), rules.dialect(), null));
        boolean isSql = sink.driver() == null ? statement.readsAsSql() : statement.isBindable();
        if (!isSql
                || !statement.isBindable()
                || statement.isUnfinished()
                || statement.hasSeveralStatements()
                || !areStepsWhole(statement)) {
            return false;
        }
        QueryPlan plan = new QueryPlan(whole, statement, rules, new ValueChooser(facts, rules.driver(), whole), facts);
        plan.decide();
        boolean canWrite = plan.bindsAnything()
                && plan.boundValues().stream().noneMatch(value -> PlanWriter.isElement(value, plan))
                && (facts.code().level().isAtLeast(LanguageLevel.PY35)
                        || plan.slots().stream().noneMatch(ParameterMerge.Slot::isUnpacked))
                && !new PercentRules(rules, whole).isBroken()
                && new EvaluationOrder(facts.purity()).isKept(plan, null);
        if (!canWrite) {
            return false;
        }
        new KeptValues(facts).report(plan);
        if (offer(plan)) {
            write(plan);
        }
        return true;
    }

    /** Returns whether values are put into the text, other than placeholders that the program makes. */
    private boolean hasValues() {
        return whole.fields().stream()
                .filter(field -> !field.isConstant())
                .anyMatch(field -> !ListValue.isPlaceholders(field.value().expression(), facts.semantics()));
    }

    private boolean compose() {
        List<QueryCharacter> characters = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        List<Query.Field> fields = new ArrayList<>();
        for (SteppedQuery.Step step : stepped.steps()) {
            Query query = QueryComposer.compose(
                    step.text(),
                    each -> stepped.isVariable(each, facts.semantics())
                            ? ""
                            : facts.constants().textOf(each),
                    facts);
            if (query == null) {
                return false;
            }
            starts.add(characters.size());
            queries.add(query);
            characters.addAll(query.characters());
            pieces.addAll(query.pieces());
            fields.addAll(query.fields());
        }
        whole = new Query(queries.get(0).root(), characters, pieces, fields);
        return true;
    }

    /**
     * Returns whether no token is put together by two steps, and every value's place is decided by the text of its own
     * step: then it does not matter which of the other steps are taken.
     */
    private boolean areStepsWhole(SqlStatement statement) {
        SqlToken before = null;
        for (SqlToken token : statement.all()) {
            int step = stepAt(token.start());
            boolean isSplit = stepAt(token.end() - 1) != step;
            boolean isFirst = step > 0 && (before == null || stepAt(before.start()) != step);
            boolean isConstantInLiteral = token.kind() == Kind.STRING && token.hasHole() && hasConstant(token);
            if (isSplit || isFirst && token.hasHole() || isConstantInLiteral) {
                return false;
            }
            before = token;
        }
        return true;
    }

    private boolean hasConstant(SqlToken token) {
        for (int i = token.start(); i < token.end(); i++) {
            QueryCharacter character = whole.characters().get(i);
            if (character.piece() == null && character.value() == null) {
                return true;
            }
        }
        return false;
    }

    private int stepAt(int position) {
        int step = 0;
        while (step + 1 < starts.size() && starts.get(step + 1) <= position) {
            step++;
        }
        return step;
    }

    private boolean offer(QueryPlan plan) {
        BindingChoice decisive = plan.decisive();
        Applicability applicability = decisive.applicability();
        String reason = decisive.reason();
        String doubt = decisive.message();
        if (applicability == Applicability.SAFE) {
            Doubt other = Doubt.of(plan, isDriverAssumed, stepped.isAlsoLogged(), facts);
            applicability = other == null ? applicability : Applicability.UNSAFE;
            reason = other == null ? reason : other.reason();
            doubt = other == null ? doubt : other.message();
        }
        String what = "collect the values of the query in a list of parameters beside it";
        return facts.file().offer(applicability, sink.call(), reason, doubt.isEmpty() ? what : what + ": " + doubt);
    }

    private void write(QueryPlan plan) {
        String name = facts.freshName("params", sink.call());
        Expression list = facts.code().expression(name);
        Expression query = sink.query();
        for (int i = 0; i < queries.size(); i++) {
            SteppedQuery.Step step = stepped.steps().get(i);
            Expression text = plan.rewrittenPart(queries.get(i).root(), rules.isPercentDoubled());
            List<Expression> values = values(plan, i);
            if (step.statement() == null) {
                query = text;
                list = values.isEmpty()
                        ? list
                        : facts.code().sum(list, facts.code().list(values));
                continue;
            }
            changes.assign(step.statement(), text);
            Statement added =
                    i == 0 ? facts.code().assignment(name, facts.code().list(values)) : grow(name, values);
            if (added != null) {
                changes.addAfter(step.statement(), added);
            }
        }
        changes.replace(sink.call(), sink.with(query, list, facts.code()));
    }

    /** Returns the parameters of a step, lists with a star. */
    private List<Expression> values(QueryPlan plan, int step) {
        List<Expression> values = new ArrayList<>();
        for (ParameterMerge.Slot slot : plan.slots()) {
            if (stepAt(slot.position()) == step) {
                values.add(slot.isUnpacked() ? facts.code().starred(slot.value()) : slot.value());
            }
        }
        return values;
    }

    private Statement grow(String name, List<Expression> values) {
        if (values.isEmpty()) {
            return null;
        }
        boolean isOne = values.size() == 1 && !(values.get(0) instanceof dev.codemod.tree.Starred);
        return isOne
                ? facts.code().statement(name + ".append", values)
                : facts.code().statement(name + ".extend", List.of(facts.code().list(values)));
    }
}
