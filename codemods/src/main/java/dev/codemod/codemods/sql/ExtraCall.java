package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Rewrites Django's {@code extra}: conditions in {@code where}, expressions in {@code select}. */
final class ExtraCall {
    private final FileFacts facts;
    private final Call call;
    private final Changes changes;

    ExtraCall(FileFacts facts, Call call, Changes changes) {
        this.facts = facts;
        this.call = call;
        this.changes = changes;
    }

    /** Returns whether a call is {@code extra} of a query set. */
    static boolean isExtra(Call call) {
        return call.func() instanceof Attribute method
                && method.attr().is("extra")
                && (keyword(call, "where") != null || keyword(call, "select") != null)
                && Targets.isManager(method.value());
    }

    private static Keyword keyword(Call call, String name) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword
                    && !keyword.isDoubleStar()
                    && keyword.name().is(name)) {
                return keyword;
            }
        }
        return null;
    }

    /** Reports and, if it may, changes. */
    void run() {
        try {
            Call changed = rewritten(call, "where", "params");
            changed = rewritten(changed, "select", "select_params");
            if (changed != call) {
                changes.replace(call, changed);
            }
        } catch (CompositionProblem problem) {
            facts.file().refuse(call, problem.reason(), problem.getMessage());
        }
    }

    private Call rewritten(Call before, String texts, String parameters) {
        Keyword holder = keyword(before, texts);
        List<Expression> elements = holder == null ? List.of() : elements(holder.value());
        Keyword passed = keyword(before, parameters);
        List<ParameterMerge.Slot> slots = new ArrayList<>();
        List<QueryPlan> plans = new ArrayList<>();
        boolean isOpaque = false;
        for (Expression element : elements) {
            QueryPlan plan = plan(element, passed != null);
            plans.add(plan);
            isOpaque |= plan == null || plan.hasUnknownText();
            slots.addAll(plan == null ? List.of() : plan.slots());
        }
        List<QueryPlan> binding = plans.stream()
                .filter(plan -> plan != null && plan.bindsAnything())
                .toList();
        plans.stream().filter(plan -> plan != null).forEach(new KeptValues(facts)::report);
        if (binding.isEmpty()) {
            return before;
        }
        check(isOpaque && passed != null, binding);
        Expression existing = passed == null ? null : passed.value();
        Expression merged = new ParameterMerge(facts.code(), true).sequence(existing, slots);
        if (!offer(binding)) {
            return before;
        }
        NodeList<Argument> arguments = before.arguments();
        int index = arguments.indexOfNode(holder);
        arguments = arguments.with(index, holder.withValue(withTexts(holder.value(), elements, plans)));
        return before.withArguments(
                passed == null
                        ? arguments.insert(index + 1, facts.code().keyword(parameters, merged))
                        : arguments.with(arguments.indexOfNode(passed), passed.withValue(merged)));
    }

    private static List<Expression> elements(Expression holder) {
        if (holder instanceof ListDisplay list) {
            return List.copyOf(list.elements());
        }
        if (holder instanceof Tuple tuple) {
            return List.copyOf(tuple.elements());
        }
        List<Expression> values = new ArrayList<>();
        if (holder instanceof DictDisplay dict) {
            for (DictItem item : dict.items()) {
                values.add(item instanceof KeyValue pair ? pair.value() : null);
            }
        }
        return values;
    }

    /** Returns what becomes of a text, or null if it is not composed here. */
    private QueryPlan plan(Expression element, boolean hasPlaceholders) {
        Query query = element == null
                ? null
                : QueryComposer.compose(element, each -> facts.constants().textOf(each), facts);
        if (query == null) {
            return null;
        }
        // The text becomes a part of a query of Django's own, which always has parameters.
        QueryRules rules = new QueryRules(
                Driver.DJANGO,
                ParamStyle.FORMAT,
                facts.dialectOption() == null ? SqlDialect.STANDARD : facts.dialectOption(),
                DriverFacts.Percent.DOUBLED_ALWAYS);
        SqlStatement statement =
                new SqlStatement(SqlLexer.lex(query.text(), rules.dialect(), hasPlaceholders ? rules.style() : null));
        if (statement.isUnfinished()) {
            throw new CompositionProblem(
                    element, "unfinished-sql", "a quote or comment does not end in the text that is written here");
        }
        QueryPlan plan = new QueryPlan(query, statement, rules, new ValueChooser(facts, Driver.DJANGO, query), facts);
        plan.decide();
        return plan;
    }

    private void check(boolean isOpaque, List<QueryPlan> plans) {
        if (isOpaque) {
            throw new CompositionProblem(
                    call,
                    "fragment-may-hold-placeholders",
                    "a text that is not known here may hold placeholders, so the order of the parameters is not known");
        }
        for (QueryPlan plan : plans) {
            if (plan.boundValues().stream().anyMatch(value -> PlanWriter.isElement(value, plan))) {
                throw new CompositionProblem(
                        call, "opaque-values", "the values are elements of a tuple that is not written out");
            }
            if (!new EvaluationOrder(facts.purity()).isKept(plan, null)) {
                throw new CompositionProblem(
                        call,
                        "evaluation-order",
                        "values with effects would be evaluated in another order; assign them to variables first");
            }
        }
    }

    private boolean offer(List<QueryPlan> plans) {
        BindingChoice decisive = plans.get(0).decisive();
        for (QueryPlan plan : plans) {
            BindingChoice choice = plan.decisive();
            decisive = choice.applicability() == Applicability.UNSAFE ? choice : decisive;
        }
        String what = "bind the values of the query as parameters";
        String doubt = decisive.message();
        return facts.file()
                .offer(decisive.applicability(), call, decisive.reason(), doubt.isEmpty() ? what : what + ": " + doubt);
    }

    private static Expression withTexts(Expression holder, List<Expression> elements, List<QueryPlan> plans) {
        List<Expression> changed = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            QueryPlan plan = plans.get(i);
            changed.add(plan == null ? elements.get(i) : plan.rewrittenQuery(false));
        }
        if (holder instanceof ListDisplay list) {
            return list.withElements(NodeList.copyOf(changed));
        }
        if (holder instanceof Tuple tuple) {
            return tuple.withElements(NodeList.copyOf(changed));
        }
        DictDisplay dict = (DictDisplay) holder;
        List<DictItem> items = new ArrayList<>();
        for (int i = 0; i < dict.items().size(); i++) {
            items.add(
                    dict.items().get(i) instanceof KeyValue pair
                            ? pair.withValue(changed.get(i))
                            : dict.items().get(i));
        }
        return dict.withItems(NodeList.copyOf(items));
    }
}
