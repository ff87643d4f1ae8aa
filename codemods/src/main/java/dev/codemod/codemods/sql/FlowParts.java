package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The new texts of the steps of a {@link QueryFlow} and the parameters that each of them adds. */
final class FlowParts {
    /** The new text of a step and the parameters that it adds. */
    private record Part(Expression text, List<ParameterMerge.Slot> slots) {}

    private final QueryFlow flow;
    private final List<FlowVariant> variants;
    private final QueryRules rules;
    private final Map<QueryFlow.Step, Part> parts = new IdentityHashMap<>();

    FlowParts(QueryFlow flow, List<FlowVariant> variants, QueryRules rules) {
        this.flow = flow;
        this.variants = variants;
        this.rules = rules;
    }

    /** Rewrites every step; returns false if what becomes of one depends on the others. */
    boolean add() {
        for (FlowVariant variant : variants) {
            boolean isDoubled =
                    rules.isPercentDoubled() && !variant.use().sink().mayHavePlaceholders();
            for (QueryFlow.Step step : variant.text().steps()) {
                Part part = new Part(variant.plan().rewrittenPart(step.text(), isDoubled), slots(variant, step));
                Part other = parts.putIfAbsent(step, part);
                if (other != null && !isSame(other, part)) {
                    return false;
                }
            }
        }
        return hasPercentOnlyWithValues();
    }

    private static List<ParameterMerge.Slot> slots(FlowVariant variant, QueryFlow.Step step) {
        return variant.plan().slots().stream()
                .filter(slot ->
                        slot != ParameterMerge.Slot.EXISTING && variant.text().stepAt(slot.position()) == step)
                .toList();
    }

    private static boolean isSame(Part left, Part right) {
        if (!left.text().sourceText().equals(right.text().sourceText())
                || left.slots().size() != right.slots().size()) {
            return false;
        }
        for (int i = 0; i < left.slots().size(); i++) {
            ParameterMerge.Slot one = left.slots().get(i);
            ParameterMerge.Slot other = right.slots().get(i);
            if (!one.name().equals(other.name())
                    || one.isUnpacked() != other.isUnpacked()
                    || !one.value().sourceText().equals(other.value().sourceText())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a text with doubled percent signs always has parameters, where the driver must see some to read
     * them.
     */
    private boolean hasPercentOnlyWithValues() {
        boolean mayBeEmpty = flow.steps().stream()
                .anyMatch(step -> step.isStart()
                        && !step.isNone()
                        && parts.containsKey(step)
                        && parts.get(step).slots().isEmpty());
        boolean hasPercent = rules.isPercentDoubled()
                && variants.stream()
                        .anyMatch(variant -> variant.plan().query().text().indexOf('%') >= 0);
        return !mayBeEmpty || !hasPercent || FlowParameters.readsPercentWithoutValues(rules.driver());
    }

    boolean has(QueryFlow.Step step) {
        return parts.containsKey(step);
    }

    /** Returns the new text of a step. */
    Expression text(QueryFlow.Step step) {
        return parts.get(step).text();
    }

    /** Returns the parameters that a step adds. */
    List<ParameterMerge.Slot> slots(QueryFlow.Step step) {
        return parts.containsKey(step) ? parts.get(step).slots() : List.of();
    }

    /** Returns how many placeholders were in the text of a step. */
    int placeholders(QueryFlow.Step step) {
        int count = 0;
        for (FlowVariant variant : variants) {
            count = Math.max(count, variant.placeholders(step));
        }
        return count;
    }

    /** Returns whether the new parameters of each step stand behind those that were there. */
    boolean areNewBehindExisting() {
        return variants.stream().allMatch(this::areNewBehindExisting);
    }

    private boolean areNewBehindExisting(FlowVariant variant) {
        QueryFlow.Step last = null;
        for (ParameterMerge.Slot slot : variant.plan().slots()) {
            if (slot != ParameterMerge.Slot.EXISTING) {
                last = variant.text().stepAt(slot.position());
                continue;
            }
            if (last != null && placeholders(last) > 0) {
                return false;
            }
        }
        return true;
    }
}
