package dev.codemod.codemods.sql;

import java.util.List;

/** In which order the parameters that statements collect stand among those that a call passes. */
final class FlowOrder {
    private final QueryFlow flow;
    private final List<FlowVariant> variants;

    FlowOrder(QueryFlow flow, List<FlowVariant> variants) {
        this.flow = flow;
        this.variants = variants;
    }

    /**
     * Returns the parameters of a call in the order of the text: those of the statements as one, those that were there,
     * and those of what the call itself appends.
     */
    List<ParameterMerge.Slot> slots(QueryFlow.Use use) {
        List<ParameterMerge.Slot> agreed = List.of();
        for (FlowVariant variant : variants) {
            if (variant.use() == use) {
                List<ParameterMerge.Slot> slots =
                        FlowParameters.collapsed(variant.plan().slots(), variant::isOfStatement);
                agreed = slots == null || slots.size() > agreed.size() ? slots : agreed;
            }
            if (agreed == null) {
                break;
            }
        }
        if (agreed == null || use.sink().parameters() != null && !isSameInAll(use, agreed)) {
            throw new CompositionProblem(
                    use.sink().call(), "interleaved-parameters", "the parameters belong between those that are there");
        }
        return agreed;
    }

    /** Returns whether the parameters that are there have the same place among the new ones in every text. */
    private boolean isSameInAll(QueryFlow.Use use, List<ParameterMerge.Slot> agreed) {
        boolean isFirst = agreed.indexOf(FlowParameters.COLLECTED) <= 0;
        for (FlowVariant variant : variants) {
            List<ParameterMerge.Slot> slots = variant.plan().slots();
            long existing = slots.stream()
                    .filter(slot -> slot == ParameterMerge.Slot.EXISTING)
                    .count();
            long expected = agreed.stream()
                    .filter(slot -> slot == ParameterMerge.Slot.EXISTING)
                    .count();
            if (variant.use() != use) {
                continue;
            }
            boolean isOptional =
                    flow.steps().stream().anyMatch(step -> !step.isStart() && variant.placeholders(step) > 0);
            int first = slots.indexOf(ParameterMerge.Slot.EXISTING);
            int last = slots.lastIndexOf(ParameterMerge.Slot.EXISTING);
            for (int i = 0; i < slots.size(); i++) {
                if (variant.isOfStatement(slots.get(i)) && (isFirst ? i > first : i < last)) {
                    return false;
                }
            }
            if (existing != expected || isOptional) {
                return false;
            }
        }
        return true;
    }
}
