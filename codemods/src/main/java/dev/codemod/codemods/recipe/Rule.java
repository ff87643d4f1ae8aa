package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.PatternRewriter;
import dev.codemod.match.Match;
import dev.codemod.match.Rewrite;
import dev.codemod.semantics.Truth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One alternative of a recipe.
 *
 * @param rewrite what is found, and what takes its place
 * @param where what must hold of a match
 * @param values the metavariables of the replacement that are made from those of the pattern, in order
 */
record Rule(Rewrite rewrite, Condition where, Map<String, Value> values) {
    /** Returns the judgement of a match, or null if it is not meant. */
    PatternRewriter.Judgement judge(Match match, Applicability applicability, RecipeContext context) {
        Truth truth = where.holds(match, context);
        if (truth == Truth.NO) {
            return null;
        }
        PatternRewriter.Judgement judgement = PatternRewriter.plainJudgement(
                match,
                applicability,
                name -> !values.isEmpty() || rewrite.pattern().isComposed(name));
        if (truth == Truth.UNKNOWN && judgement.doubt() == null) {
            judgement = judgement.doubting("whether the conditions of the recipe hold is not known");
        }
        if (judgement.applicability() == Applicability.MANUAL) {
            return judgement;
        }
        Match extended = match;
        try {
            for (Map.Entry<String, Value> value : values.entrySet()) {
                Map<String, Object> more = new LinkedHashMap<>();
                more.put(value.getKey(), value.getValue().of(extended, context));
                extended = extended.with(more);
            }
        } catch (IllegalArgumentException e) {
            return new PatternRewriter.Judgement(match, Applicability.MANUAL, e.getMessage());
        }
        return new PatternRewriter.Judgement(extended, judgement.applicability(), judgement.doubt());
    }
}
