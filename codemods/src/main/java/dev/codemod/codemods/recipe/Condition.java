package dev.codemod.codemods.recipe;

import dev.codemod.match.Match;
import dev.codemod.semantics.Truth;
import java.util.List;

/** Something that must hold of a match, an element of {@code where}. */
interface Condition {
    Truth holds(Match match, RecipeContext context);

    /** Returns a condition that holds if all do. */
    static Condition all(List<Condition> conditions) {
        return (match, context) -> {
            Truth result = Truth.YES;
            for (Condition condition : conditions) {
                Truth truth = condition.holds(match, context);
                if (truth == Truth.NO) {
                    return Truth.NO;
                }
                result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
            }
            return result;
        };
    }

    /** Returns a condition that holds if one does. */
    static Condition any(List<Condition> conditions) {
        return not(all(conditions.stream().map(Condition::not).toList()));
    }

    /** Returns a condition that holds if the other does not. */
    static Condition not(Condition condition) {
        return (match, context) -> switch (condition.holds(match, context)) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    static Truth truth(boolean value) {
        return value ? Truth.YES : Truth.NO;
    }
}
