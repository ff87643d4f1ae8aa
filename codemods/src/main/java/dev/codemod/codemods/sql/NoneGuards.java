package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Expression;
import dev.codemod.tree.If;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;

/** Says of variables that an {@code if} around them has made sure that they are not None. */
final class NoneGuards {
    private final Semantics semantics;

    NoneGuards(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns whether a variable is not None where it is read. */
    boolean isGuarded(Expression expression) {
        if (!(expression instanceof Name name)
                || name.parsed() != semantics.module().parsed()) {
            return false;
        }
        Binding binding = semantics.bindingOf(name);
        Path path = semantics.path(name);
        for (int i = 1; binding != null && path.ancestor(i) != null; i++) {
            Expression test = null;
            Node inside = path.ancestor(i - 1);
            if (path.ancestor(i) instanceof If statement && statement.body() == inside) {
                test = statement.test();
            } else if (path.ancestor(i) instanceof Elif clause && clause.body() == inside) {
                test = clause.test();
            }
            if (test != null && excludesNone(test, binding) && !semantics.isReboundBetween(binding, test, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean excludesNone(Expression test, Binding binding) {
        if (test instanceof BoolOp operation && operation.op() == BoolOperator.AND) {
            return operation.values().stream().anyMatch(each -> excludesNone(each, binding));
        }
        if (test instanceof Compare compare && compare.comparisons().size() == 1) {
            return compare.comparisons().get(0).op() == CompareOperator.IS_NOT
                    && Functions.isNone(compare.comparisons().get(0).right())
                    && isVariable(compare.left(), binding);
        }
        return isVariable(test, binding);
    }

    private boolean isVariable(Expression expression, Binding binding) {
        return expression instanceof Name name && semantics.bindingOf(name) == binding;
    }
}
