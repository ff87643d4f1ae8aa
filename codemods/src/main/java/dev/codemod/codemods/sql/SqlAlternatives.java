package dev.codemod.codemods.sql;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Repr;

/**
 * Recognises expressions without quotes around them that give SQL at least at times: {@code x or "NULL"}, or text that
 * something has quoted already.
 */
final class SqlAlternatives {
    private final Semantics semantics;

    SqlAlternatives(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns whether an expression that stands without quotes may give SQL that is written in the program. */
    boolean isSql(Expression expression) {
        if (expression instanceof IfExp choice) {
            return isSql(choice.body()) || isSql(choice.orElse());
        }
        if (expression instanceof BoolOp choice) {
            return choice.values().stream().anyMatch(this::isSql);
        }
        if (expression instanceof Repr) {
            return true;
        }
        if (expression instanceof Call call) {
            return call.func() instanceof Attribute method && method.attr().is("as_string");
        }
        if (expression instanceof Name name
                && expression.parsed() == semantics.module().parsed()) {
            Reaching reaching = semantics.reaching(name);
            return reaching != null
                    && reaching.definitions().stream()
                            .map(Definition::value)
                            .anyMatch(value -> value != null && isText(value));
        }
        return isText(expression);
    }

    /** Returns whether an expression is a literal that is no number. */
    private static boolean isText(Expression expression) {
        String text = Constants.text(expression);
        return text != null && !text.matches("\\s*-?\\d+(\\.\\d+)?\\s*");
    }
}
