package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/** Compares the order in which values with effects were evaluated with that of the parameters. */
final class EvaluationOrder {
    private final Purity purity;

    EvaluationOrder(Purity purity) {
        this.purity = purity;
    }

    /**
     * Returns whether values with effects are evaluated in the same order and as often as before.
     *
     * @param existing parameters that the call has already, or null
     */
    boolean isKept(QueryPlan plan, Expression existing) {
        List<Expression> impure = new ArrayList<>();
        for (Value value : plan.boundValues()) {
            Expression argument = value.argument();
            if (purity.isPure(argument)) {
                continue;
            }
            if (impure.stream().anyMatch(each -> each.firstToken() >= argument.firstToken())) {
                return false;
            }
            impure.add(argument);
        }
        if (impure.isEmpty()) {
            return true;
        }
        for (Value value : plan.kept().keySet()) {
            Expression argument = value.argument();
            boolean isLater = impure.stream().anyMatch(each -> each.firstToken() <= argument.firstToken());
            if (isLater && !purity.isPure(argument)) {
                return false;
            }
        }
        return existing == null || purity.isPure(existing);
    }
}
