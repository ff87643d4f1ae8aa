package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rewrites a query in a variable together with all calls that execute it, with parameters that are assigned, and grow,
 * beside the text: so they are read where the text was composed.
 */
final class FlowRewriter {
    private final FileFacts facts;
    private final QueryFlow flow;
    private final Changes changes;
    private final List<FlowVariant> variants = new ArrayList<>();
    private FlowParts parts;
    private QueryRules rules;
    private boolean isDriverAssumed;

    FlowRewriter(FileFacts facts, QueryFlow flow, Changes changes) {
        this.facts = facts;
        this.flow = flow;
        this.changes = changes;
    }

    /**
     * Rewrites the query, or finds that there is nothing to do.
     *
     * @return false if it cannot be rewritten in this way; then nothing was reported
     */
    boolean run() {
        try {
            if (!findRules() || !plan()) {
                return false;
            }
            if (!hasValues()) {
                return flow.steps().size() > 1;
            }
            explain();
            if (variants.stream().noneMatch(variant -> variant.plan().bindsAnything())) {
                report();
                return true;
            }
            if (!canWrite()) {
                return false;
            }
            parts = new FlowParts(flow, variants, rules);
            if (!parts.add()) {
                return false;
            }
            FlowOrder order = new FlowOrder(flow, variants);
            String own = ownList();
            if (own != null) {
                report();
                if (offer()) {
                    writeBeside(own);
                }
                return true;
            }
            FlowParameters parameters = parameters();
            List<Expression> arguments = new ArrayList<>();
            for (QueryFlow.Use use : flow.uses()) {
                arguments.add(parameters.argument(use.sink().mergeable(facts.code()), order.slots(use), facts.code()));
            }
            report();
            if (offer()) {
                write(parameters, arguments);
            }
            return true;
        } catch (CompositionProblem problem) {
            // Some text cannot be followed, or the parameters cannot be merged.
            return false;
        }
    }

    private void explain() {
        QueryExplanation explanation = facts.explanation();
        explanation.tellFlow(flow);
        variants.forEach(variant -> explanation.tellPieces(variant.plan()));
    }

    private void report() {
        new KeptValues(facts).report(variants.stream().map(FlowVariant::plan).toList());
    }

    // ---------------------------------------------------------------- planning

    /** Finds the rules that hold for all calls. */
    private boolean findRules() {
        for (QueryFlow.Use use : flow.uses()) {
            Sink sink = use.sink();
            QueryRules found = facts.sinks().rules(sink.target());
            boolean isKnown = sink.driver() != null || facts.styleOption() != null;
            boolean isCounted = found.style().isNumbered() && sink.parameters() != null;
            if (!isKnown || isCounted || !sink.takesVariable() || rules != null && !rules.equals(found)) {
                return false;
            }
            String unit = flow.uses().get(0).sink().target().unit();
            if (!Objects.equals(unit, sink.target().unit())) {
                return false;
            }
            rules = found;
            isDriverAssumed |= facts.sinks().of(use.call()) != sink;
        }
        return true;
    }

    private boolean hasValues() {
        return variants.stream()
                .anyMatch(variant -> hasForeignValues(variant.plan().query()));
    }

    /** Decides about the values of every text; returns false if a text is not understood. */
    private boolean plan() {
        FlowText.Composer composer = new FlowText.Composer(flow, facts);
        for (QueryFlow.Use use : flow.uses()) {
            for (List<QueryFlow.Step> steps : flow.variants(use)) {
                FlowText text = composer.text(steps, false);
                if (text == null) {
                    return false;
                }
                composer.keepValues(text, rules.dialect());
            }
        }
        composer.clear();
        for (QueryFlow.Use use : flow.uses()) {
            for (List<QueryFlow.Step> steps : flow.variants(use)) {
                FlowText text = composer.text(steps, true);
                SqlStatement statement = lex(text, use.sink());
                if (!isUnderstood(statement, use.sink()) || !text.areStepsWhole(statement)) {
                    return false;
                }
                if (!addVariant(use, text, statement)) {
                    return false;
                }
            }
        }
        return true;
    }

    private SqlStatement lex(FlowText text, Sink sink) {
        ParamStyle style = sink.mayHavePlaceholders() ? rules.style() : null;
        return new SqlStatement(SqlLexer.lex(text.query().text(), rules.dialect(), style));
    }

    private boolean isUnderstood(SqlStatement statement, Sink sink) {
        boolean isSql = sink.driver() != null && !sink.target().isFragment() || statement.readsAsSql();
        BindableStatements bindable = new BindableStatements(rules, statement);
        return isSql && bindable.isBindable() && bindable.canBeSeveral() && !statement.isUnfinished();
    }

    private boolean addVariant(QueryFlow.Use use, FlowText text, SqlStatement statement) {
        QueryRules exact = rules.named(statement, use.sink().parameters());
        if (exact == null
                || !variants.isEmpty() && !variants.get(0).plan().rules().equals(exact)) {
            return false;
        }
        QueryPlan plan = new QueryPlan(
                text.query(), statement, exact, new ValueChooser(facts, rules.driver(), text.query()), facts);
        plan.decide();
        variants.add(new FlowVariant(use, text, plan));
        return true;
    }

    /** Returns whether values are put into the text, other than placeholders that the program makes. */
    private boolean hasForeignValues(Query query) {
        return query.fields().stream()
                .filter(field -> !field.isConstant())
                .anyMatch(field -> !ListValue.isPlaceholders(field.value().expression(), facts.semantics()));
    }

    private boolean canWrite() {
        boolean bindsAnything = false;
        for (FlowVariant variant : variants) {
            QueryPlan plan = variant.plan();
            Expression existing = variant.use().sink().parameters();
            bindsAnything |= plan.bindsAnything();
            boolean canUnpack = facts.code().level().isAtLeast(LanguageLevel.PY35)
                    || plan.slots().stream().noneMatch(ParameterMerge.Slot::isUnpacked);
            if (!plan.expanding().isEmpty()
                    || plan.boundValues().stream().anyMatch(value -> PlanWriter.isElement(value, plan))
                    || !canUnpack
                    || existing == null && new PercentRules(plan.rules(), plan.query()).isBroken()
                    || existing != null && plan.hasUnknownText()
                    || !new EvaluationOrder(facts.purity()).isKept(plan, null)) {
                return false;
            }
        }
        return bindsAnything;
    }

    private FlowParameters parameters() {
        boolean grows = flow.steps().stream()
                .anyMatch(step -> !step.isStart() && !parts.slots(step).isEmpty());
        ParamStyle style = variants.get(0).plan().rules().style();
        boolean isList = grows || rules.driver() != null && rules.driver().takesList();
        if (grows && style.isNumbered()) {
            throw new CompositionProblem(flow.uses().get(0).sink().call(), "numbered-steps", "numbers are not known");
        }
        for (QueryFlow.Step step : flow.steps()) {
            boolean isRepeated =
                    style.isNamed() && !step.isStart() && !parts.slots(step).isEmpty() && isInLoop(step.statement());
            if (isRepeated) {
                throw new CompositionProblem(step.statement(), "named-steps", "a loop repeats the names");
            }
        }
        Node first = flow.steps().get(0).statement();
        return new FlowParameters(facts.freshName("params", first), style, isList);
    }

    private boolean isInLoop(Statement statement) {
        Path path = facts.semantics().path(statement);
        return path.enclosing(For.class) != null || path.enclosing(While.class) != null;
    }

    // ---------------------------------------------------------------- writing

    private boolean offer() {
        List<QueryPlan> plans = variants.stream().map(FlowVariant::plan).toList();
        BindingChoice decisive = QueryPlan.decisive(plans);
        Applicability applicability = decisive.applicability();
        String reason = decisive.reason();
        String doubt = decisive.message();
        if (applicability == Applicability.SAFE) {
            for (QueryPlan plan : plans) {
                Doubt other = Doubt.of(plan, isDriverAssumed, flow.isAlsoLogged(), facts);
                if (other != null) {
                    applicability = Applicability.UNSAFE;
                    reason = other.reason();
                    doubt = other.message();
                    break;
                }
            }
        }
        boolean isOne = flow.steps().size() == 1;
        String what = isOne
                ? "keep the values of the query as parameters beside it"
                : "collect the values of the query in a list of parameters beside it";
        String message = doubt.isEmpty() ? what : what + ": " + doubt;
        if (refuseIgnored()) {
            return false;
        }
        boolean isApplied = true;
        for (QueryFlow.Use use : flow.uses()) {
            isApplied &= facts.offer(applicability, use.sink(), reason, message);
        }
        return isApplied;
    }

    /** Returns whether a comment keeps one of the calls as it is; the others are reported then. */
    private boolean refuseIgnored() {
        for (QueryFlow.Use ignored : flow.uses()) {
            if (facts.file().isIgnored(ignored.sink().call())) {
                for (QueryFlow.Use use : flow.uses()) {
                    facts.file()
                            .refuse(
                                    use.sink().call(),
                                    "ignored-elsewhere",
                                    "the call in line "
                                            + ignored.sink().call().line()
                                            + " executes the same text and is ignored by a comment");
                }
                return true;
            }
        }
        return false;
    }

    /** Returns the list that the program grows beside the text itself, or null if new parameters cannot join it. */
    private String ownList() {
        ParamStyle style = variants.get(0).plan().rules().style();
        boolean isPositional = !style.isNamed() && !style.isNumbered();
        // New parameters are added after those of the step, so they must stand behind them in its text.
        boolean isBehind = parts.areNewBehindExisting();
        return isPositional && isBehind
                ? OwnParameters.of(
                        flow,
                        facts.semantics(),
                        parts::placeholders,
                        step -> parts.slots(step).size())
                : null;
    }

    /** Writes the texts, and adds the new parameters to a list that is there. */
    private void writeBeside(String list) {
        FlowParameters parameters =
                new FlowParameters(list, variants.get(0).plan().rules().style(), true);
        for (QueryFlow.Step step : flow.steps()) {
            if (parts.has(step)) {
                changes.assign(step.statement(), parts.text(step));
                changes.addAfter(step.statement(), parameters.growth(parts.slots(step), facts.code()));
            }
        }
    }

    private void write(FlowParameters parameters, List<Expression> arguments) {
        for (QueryFlow.Step step : flow.steps()) {
            if (parts.has(step)) {
                changes.assign(step.statement(), parts.text(step));
            }
            List<ParameterMerge.Slot> slots = parts.slots(step);
            List<Statement> added = step.isStart()
                    ? List.of(parameters.start(slots, facts.code()))
                    : parameters.growth(slots, facts.code());
            changes.addAfter(step.statement(), added);
        }
        int index = 0;
        for (QueryFlow.Use use : flow.uses()) {
            Expression query = use.tail() == null ? use.sink().query() : parts.text(use.tail());
            changes.replace(use.sink().call(), use.sink().with(query, arguments.get(index++), facts.code()));
        }
    }
}
