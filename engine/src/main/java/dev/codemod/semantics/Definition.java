package dev.codemod.semantics;

import dev.codemod.tree.Alias;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TypeAlias;

/**
 * One place that binds, declares or deletes a name.
 *
 * @param kind the construct
 * @param name the name that is bound there: a {@code Name} or an {@code Identifier}
 * @param site what binds it: the Assign, AugAssign, AnnAssign, Delete, For, Import, ImportFrom, FunctionDef, ClassDef or
 *     TypeAlias statement, or the NamedExpr, Parameter, TypeParam, WithItem, ExceptHandler, Comprehension, MatchAs,
 *     MatchStar or MatchRest
 * @param alias the imported name, or null if the site is no import
 * @param scope the scope of the code that binds it, not always the scope that owns the name
 */
public record Definition(BindingKind kind, Node name, Node site, Alias alias, Scope scope) {
    /**
     * Returns the expression whose value the name gets unchanged.
     *
     * <p>{@code a = b = x} gives x for both, {@code a, b = x, y} gives x for a; {@code a, b = f()}, loops, parameters,
     * {@code with} and the like give none.
     *
     * @return the expression, or null if there is none
     */
    public Expression value() {
        if (site instanceof Assign assign) {
            return valueFor(assign, name);
        }
        if (site instanceof AnnAssign assign) {
            return assign.value();
        }
        if (site instanceof NamedExpr named) {
            return named.value();
        }
        return site instanceof TypeAlias typeAlias ? typeAlias.value() : null;
    }

    /** Returns the expression whose value an assignment gives to a part of its targets, or null if there is none. */
    static Expression valueFor(Assign assign, Node wanted) {
        for (Expression target : assign.targets()) {
            Expression value = valueFor(target, assign.value(), wanted);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Expression valueFor(Expression target, Expression value, Node wanted) {
        if (target == wanted) {
            return value;
        }
        NodeList<Expression> targets = elements(target);
        NodeList<Expression> values = elements(value);
        if (targets == null || values == null || targets.size() != values.size()) {
            return null;
        }
        Expression found = null;
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Starred || values.get(i) instanceof Starred) {
                return null;
            }
            if (found == null) {
                found = valueFor(targets.get(i), values.get(i), wanted);
            }
        }
        return found;
    }

    private static NodeList<Expression> elements(Expression expression) {
        if (expression instanceof Tuple tuple) {
            return tuple.elements();
        }
        return expression instanceof ListDisplay list ? list.elements() : null;
    }

    /** Returns the 1-based line of the name. */
    public int line() {
        return name.line();
    }
}
