package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
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
        if (dropsEffects(plan.query())) {
            return false;
        }
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

    /** Returns whether an operation that formats has a value with effects that the text does not show. */
    private boolean dropsEffects(Query query) {
        for (Query.Field field : query.fields()) {
            Expression operation = field.piece() == null ? null : field.piece().operation();
            for (Expression argument : arguments(operation)) {
                boolean isUsed =
                        query.fields().stream().anyMatch(other -> other.value().argument() == argument);
                if (!isUsed && !purity.isPure(argument)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Expression> arguments(Expression operation) {
        List<Expression> arguments = new ArrayList<>();
        if (operation instanceof Call call) {
            for (Argument argument : call.arguments()) {
                if (argument instanceof DictDisplay dict) {
                    addValues(dict, arguments);
                } else {
                    arguments.add(argument instanceof Keyword keyword ? keyword.value() : (Expression) argument);
                }
            }
        } else if (operation instanceof BinOp binary && binary.right() instanceof DictDisplay dict) {
            addValues(dict, arguments);
        }
        return arguments;
    }

    private static void addValues(DictDisplay dict, List<Expression> values) {
        for (DictItem item : dict.items()) {
            if (item instanceof KeyValue pair) {
                values.add(pair.value());
            }
        }
    }
}
