package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Repr;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;

/**
 * Checks that what stands where something is bound can be bound. Targets are parsed as expressions, since only what
 * follows tells; the messages are those of CPython 3.13.
 */
final class TargetChecker {
    private TargetChecker() {}

    /** Checks a target of an assignment. */
    static void checkAssign(TokenCursor t, Expression target) {
        Expression invalid = firstInvalid(t, target, false);
        if (invalid != null) {
            throw t.failAt(invalid, "cannot assign to " + describe(invalid) + (invalid == target ? hint(target) : ""));
        }
    }

    /** Checks the target of a {@code for}, a {@code with} or, in 2.7, an {@code except}. */
    static void checkFor(TokenCursor t, Expression target) {
        Expression invalid = firstInvalid(t, target, false);
        if (invalid != null) {
            throw t.failAt(invalid, "cannot assign to " + describe(invalid));
        }
    }

    /** Checks an operand of {@code del}. */
    static void checkDelete(TokenCursor t, Expression target) {
        Expression invalid = firstInvalid(t, target, true);
        if (invalid != null) {
            throw t.failAt(invalid, "cannot delete " + describe(invalid));
        }
    }

    /** Checks the target of an augmented assignment. */
    static void checkAugmented(TokenCursor t, Expression target) {
        if (!isSingle(target)) {
            throw t.failAt(target, "'" + describe(target) + "' is an illegal expression for augmented assignment");
        }
        checkPython2None(t, target);
    }

    /** Checks the target of an annotation. */
    static void checkAnnotated(TokenCursor t, Expression target) {
        if (isSingle(target)) {
            if (startsWithParenthesizedTarget(target) && t.level.isAtLeast(LanguageLevel.PY39)) {
                throw t.failAt(target, "illegal target for annotation");
            }
            return;
        }
        if (target instanceof ListDisplay || target instanceof Tuple) {
            throw t.failAt(target, "only single target (not " + describe(target) + ") can be annotated");
        }
        throw target instanceof Starred || isYield(target)
                ? t.fail()
                : t.failAt(target, "illegal target for annotation");
    }

    private static boolean isSingle(Expression target) {
        return target instanceof Name || target instanceof Attribute || target instanceof Subscript;
    }

    /**
     * Returns whether a target is like {@code (a).b}: after the target in parentheses the grammar since 3.9 sees only
     * the colon, and does not go back to try an attribute.
     */
    private static boolean startsWithParenthesizedTarget(Expression target) {
        Expression base = target;
        while (base.parentheses() == 0) {
            if (base instanceof Attribute attribute) {
                base = attribute.value();
            } else if (base instanceof Subscript subscript) {
                base = subscript.value();
            } else if (base instanceof Call call) {
                base = call.func();
            } else {
                return false;
            }
        }
        return base != target && isSingle(base);
    }

    private static boolean isYield(Expression expression) {
        return expression instanceof Yield || expression instanceof YieldFrom;
    }

    /** Returns the first part of a target that cannot be bound, or null. */
    private static Expression firstInvalid(TokenCursor t, Expression target, boolean isDelete) {
        if (target instanceof Name || target instanceof Attribute) {
            checkPython2None(t, target);
            return null;
        }
        if (target instanceof Subscript) {
            return null;
        }
        if (target instanceof Tuple tuple) {
            if (tuple.elements().isEmpty()) {
                t.since(LanguageLevel.PY36, tuple.firstToken(), "() as a target");
            }
            return firstInvalid(t, tuple.elements(), isDelete);
        }
        if (target instanceof ListDisplay list) {
            return firstInvalid(t, list.elements(), isDelete);
        }
        if (target instanceof Starred starred) {
            if (isDelete) {
                if (t.level.isAtLeast(LanguageLevel.PY39)) {
                    return target;
                }
            }
            return firstInvalid(t, starred.value(), isDelete);
        }
        return target;
    }

    private static Expression firstInvalid(TokenCursor t, NodeList<Expression> targets, boolean isDelete) {
        for (int i = 0; i < targets.size(); i++) {
            Expression invalid = firstInvalid(t, targets.get(i), isDelete);
            if (invalid != null) {
                return invalid;
            }
        }
        return null;
    }

    /** In 2.7 {@code None} is a name that nobody may bind. */
    private static void checkPython2None(TokenCursor t, Node target) {
        if (t.python2 && t.is(target.lastToken(), "None")) {
            throw t.failAt(target, "cannot assign to None");
        }
    }

    // ---------------------------------------------------------------- messages

    private static String hint(Expression target) {
        boolean isBitOr = !(target instanceof Starred
                || target instanceof Tuple
                || target instanceof ListDisplay
                || target instanceof GeneratorExp
                || target instanceof NameConstant
                || target.parentheses() == 0
                        && (target instanceof BoolOp
                                || target instanceof Compare
                                || target instanceof IfExp
                                || target instanceof Lambda));
        return isBitOr ? " here. Maybe you meant '==' instead of '='?" : "";
    }

    /** Records what is wrong with an {@code =} after an expression in the middle of another one. */
    static SyntaxFailure strayEqual(TokenCursor t, Expression left) {
        if (left instanceof Name && left.parentheses() == 0) {
            return t.failAt(left, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        String hint = hint(left);
        return hint.isEmpty() ? t.fail() : t.failAt(left, "cannot assign to " + describe(left) + hint);
    }

    /** Records what is wrong with an {@code =} after an argument that is no name. */
    static SyntaxFailure invalidKeyword(TokenCursor t, int first, Expression name) {
        if (name instanceof NameConstant && name.parentheses() == 0) {
            return t.failAt(first, "cannot assign to " + describe(name));
        }
        return t.kind == TokenKind.EQUAL
                ? t.failAt(first, "expression cannot contain assignment, perhaps you meant \"==\"?")
                : t.fail();
    }

    /** Returns what CPython calls an expression in its messages ({@code _PyPegen_get_expr_name}). */
    static String describe(Expression expression) {
        if (expression instanceof Tuple) {
            return "tuple";
        }
        if (expression instanceof ListDisplay) {
            return "list";
        }
        if (expression instanceof Starred) {
            return "starred";
        }
        if (expression instanceof Name) {
            return "name";
        }
        if (expression instanceof Attribute) {
            return "attribute";
        }
        if (expression instanceof Subscript) {
            return "subscript";
        }
        if (expression instanceof Call) {
            return "function call";
        }
        if (expression instanceof BinOp || expression instanceof BoolOp || expression instanceof UnaryOp) {
            return "expression";
        }
        if (expression instanceof Compare) {
            return "comparison";
        }
        return describeRare(expression);
    }

    private static String describeRare(Expression expression) {
        if (expression instanceof Lambda) {
            return "lambda";
        }
        if (expression instanceof IfExp) {
            return "conditional expression";
        }
        if (expression instanceof NamedExpr) {
            return "named expression";
        }
        if (expression instanceof Await) {
            return "await expression";
        }
        if (isYield(expression)) {
            return "yield expression";
        }
        if (expression instanceof GeneratorExp) {
            return "generator expression";
        }
        if (expression instanceof ListComp) {
            return "list comprehension";
        }
        if (expression instanceof SetComp) {
            return "set comprehension";
        }
        if (expression instanceof DictComp) {
            return "dict comprehension";
        }
        if (expression instanceof DictDisplay) {
            return "dict literal";
        }
        if (expression instanceof SetDisplay) {
            return "set display";
        }
        return describeConstant(expression);
    }

    private static String describeConstant(Expression expression) {
        if (expression instanceof EllipsisConstant) {
            return "ellipsis";
        }
        if (expression instanceof NameConstant) {
            return expression.sourceText();
        }
        if (expression instanceof JoinedStr) {
            return "f-string expression";
        }
        if (expression instanceof ConcatenatedString concatenated) {
            for (int i = 0; i < concatenated.parts().size(); i++) {
                if (concatenated.parts().get(i) instanceof JoinedStr) {
                    return "f-string expression";
                }
            }
        }
        return expression instanceof Repr ? "repr" : "literal";
    }
}
