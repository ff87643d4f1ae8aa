package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.tree.Expression;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Offers the rewrite of a query and puts it into the changes of the file. */
final class PlanWriter {
    private final FileFacts facts;
    private Sink sink;
    private final Changes changes;
    private final QueryVariable variable;
    private final boolean isDriverAssumed;

    /**
     * Creates the writer.
     *
     * @param variable the variable that holds the query, or null if it is written in the call
     * @param isDriverAssumed whether the driver is known only because the file imports no other
     */
    PlanWriter(FileFacts facts, Sink sink, Changes changes, QueryVariable variable, boolean isDriverAssumed) {
        this.facts = facts;
        this.sink = sink;
        this.changes = changes;
        this.variable = variable;
        this.isDriverAssumed = isDriverAssumed;
    }

    /** Writes the plan; complains with {@link CompositionProblem} where that is not possible after all. */
    void write(QueryPlan plan) {
        QueryRules rules = plan.rules();
        boolean isDoubled = rules.isPercentDoubled() && !sink.mayHavePlaceholders();
        Expression query = plan.rewrittenQuery(isDoubled);
        boolean isReadLater = variable == null || canReadLater(plan);
        if (!isReadLater) {
            writeCaptured(plan, query);
            return;
        }
        Expression parameters = parameters(plan);
        if (!offer(plan)) {
            return;
        }
        expand(plan);
        if (variable == null || sink.query() instanceof NamedExpr) {
            Expression argument = sink.query() instanceof NamedExpr named ? named.withValue(query) : query;
            changes.replace(sink.call(), sink.with(argument, parameters, facts.code()));
            return;
        }
        changes.assign(variable.assignment(), query);
        changes.replace(sink.call(), sink.with(sink.query(), parameters, facts.code()));
    }

    /** Writes a plan whose text is a constant that the call formats. */
    void write(QueryPlan plan, QueryTemplate template) {
        boolean isDoubled = plan.rules().isPercentDoubled() && !sink.mayHavePlaceholders();
        Expression query = plan.rewrittenQuery(isDoubled);
        Expression parameters = parameters(plan);
        Doubt publicity = template.isPublic()
                ? new Doubt(
                        "public-template",
                        "code in other files may use the text in line "
                                + facts.file().lineOnDisk(template.assignment()) + ", which has placeholders then")
                : null;
        if (offer(plan, publicity)) {
            expand(plan);
            changes.assign(template.assignment(), template.text(query));
            changes.replace(sink.call(), sink.with(template.query(query), parameters, facts.code()));
        }
    }

    /** Declares the lists of SQLAlchemy's text. */
    private void expand(QueryPlan plan) {
        if (!plan.expanding().isEmpty()) {
            Expression function = facts.imports().ensureInStyle("sqlalchemy", "bindparam", sink.call());
            sink = sink.withExpanding(plan.expanding(), function);
        }
    }

    /** Writes a plan whose values must be read where the text is composed. */
    private void writeCaptured(QueryPlan plan, Expression query) {
        Expression existing = sink.parameters();
        List<ParameterMerge.Slot> slots =
                FlowParameters.collapsed(plan.slots(), slot -> slot != ParameterMerge.Slot.EXISTING);
        if (slots == null || !(variable.assignment() instanceof Statement assignment)) {
            throw new CompositionProblem(
                    sink.call(),
                    "values-change",
                    "the values may change between the text and the call; assign the text directly before the call");
        }
        String name = facts.freshName("params", sink.call());
        boolean isList = plan.rules().driver() != null && plan.rules().driver().takesList();
        Expression argument = existing == null
                ? facts.code().expression(name)
                : new FlowParameters(name, plan.rules().style(), isList).argument(existing, slots, facts.code());
        Expression parameters = existing == null ? parameters(plan) : captured(plan);
        if (offer(plan)) {
            expand(plan);
            changes.assign(assignment, query);
            changes.addAfter(assignment, List.of(facts.code().assignment(name, parameters)));
            changes.replace(sink.call(), sink.with(sink.query(), argument, facts.code()));
        }
    }

    /** Returns the new parameters only. */
    private Expression captured(QueryPlan plan) {
        boolean isList = plan.rules().driver() != null && plan.rules().driver().takesList();
        ParameterMerge merge = new ParameterMerge(facts.code(), isList);
        return plan.rules().style().isNamed() ? merge.mapping(null, added(plan)) : merge.sequence(null, added(plan));
    }

    private static List<ParameterMerge.Slot> added(QueryPlan plan) {
        return plan.slots().stream()
                .filter(slot -> slot != ParameterMerge.Slot.EXISTING)
                .toList();
    }

    private boolean canReadLater(QueryPlan plan) {
        List<Expression> values = new ArrayList<>();
        for (Value value : plan.boundValues()) {
            values.add(value.argument());
        }
        return variable.canReadLater(values, sink.call(), facts.purity());
    }

    private Expression parameters(QueryPlan plan) {
        QueryRules rules = plan.rules();
        boolean isList = rules.driver() != null && rules.driver().takesList();
        ParameterMerge merge = new ParameterMerge(facts.code(), isList);
        if (rules.style().isNamed()) {
            Expression mapping = merge.mapping(sink.mergeable(facts.code()), added(plan));
            return sink.target().form().kind() == CallForm.Kind.CONFIG
                    ? new BigQueryConfig(facts, sink).write(plan, added(plan))
                    : mapping;
        }
        Expression whole = wholeOperand(plan);
        return whole != null ? whole : merge.sequence(sink.mergeable(facts.code()), plan.slots());
    }

    /** Returns the right operand of {@code %} where it holds all parameters in their order, so that it stays as it is. */
    private Expression wholeOperand(QueryPlan plan) {
        List<Value> bound = plan.boundValues();
        if (bound.stream().anyMatch(value -> isElement(value, plan))) {
            Expression operand = bound.get(0).argument();
            boolean isAll = sink.parameters() == null
                    && bound.size() == plan.query().fields().size()
                    && bound.size() == plan.slots().size()
                    && plan.slots().stream().allMatch(slot -> slot.value() == operand);
            if (!isAll) {
                throw new CompositionProblem(
                        sink.call(), "opaque-values", "the values are elements of a tuple that is not written out");
            }
            return operand;
        }
        return sink.parameters() == null ? WrittenTuple.of(plan) : null;
    }

    /** Returns whether a value is an element of a tuple that is not written out: other directives take others. */
    static boolean isElement(Value value, QueryPlan plan) {
        return value.isFromOperand()
                && plan.query().fields().stream()
                                .filter(field -> field.value().isFromOperand()
                                        && field.value().argument() == value.argument())
                                .count()
                        > 1;
    }

    private boolean offer(QueryPlan plan) {
        return offer(plan, null);
    }

    private boolean offer(QueryPlan plan, Doubt ownDoubt) {
        BindingChoice decisive = plan.decisive();
        Applicability applicability = decisive.applicability();
        String reason = decisive.reason();
        String doubt = decisive.message();
        if (applicability == Applicability.SAFE) {
            boolean isLogged = variable != null && variable.isAlsoLogged();
            Doubt other = ownDoubt != null ? ownDoubt : Doubt.of(plan, isDriverAssumed, isLogged, facts);
            applicability = other == null ? applicability : Applicability.UNSAFE;
            reason = other == null ? reason : other.reason();
            doubt = other == null ? doubt : other.message();
        }
        int count = plan.bound().size();
        String what = "bind " + (count == 1 ? "the value" : count + " values") + " of the query as "
                + (count == 1 ? "a parameter" : "parameters");
        return facts.offer(applicability, sink, reason, doubt.isEmpty() ? what : what + ": " + doubt);
    }
}
