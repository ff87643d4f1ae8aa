package dev.codemod.codemods.sql;

/**
 * A text that a call may execute, and what becomes of its values.
 *
 * @param use the call
 */
record FlowVariant(QueryFlow.Use use, FlowText text, QueryPlan plan) {
    /** Returns whether a parameter is a new one that a statement adds, not what the call itself appends. */
    boolean isOfStatement(ParameterMerge.Slot slot) {
        return slot != ParameterMerge.Slot.EXISTING && text.stepAt(slot.position()) != use.tail();
    }

    /** Returns how many placeholders were in the text of a step. */
    int placeholders(QueryFlow.Step step) {
        int count = 0;
        for (SqlToken token : plan.placeholders()) {
            count += text.stepAt(token.start()) == step ? 1 : 0;
        }
        return count;
    }
}
