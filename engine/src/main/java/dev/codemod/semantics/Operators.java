package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.AugOperator;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Operator;
import dev.codemod.tree.UnaryOp;

/** The types of operations on builtin values. */
final class Operators {
    private final Types types;
    private final boolean python2;

    Operators(Types types, LanguageLevel level) {
        this.types = types;
        python2 = level.isPython2();
    }

    Resolution typeOf(BinOp operation) {
        Operator op = operation.op();
        // A chain of + is deep on the left: text on the right decides without a look at the rest.
        String right = types.typeOf(operation.right()).name();
        if (op == Operator.ADD && "builtins.str".equals(right)) {
            return Resolution.known("builtins.str", operation.right(), "text is added to text");
        }
        String left = types.typeOf(operation.left()).name();
        if ((op == Operator.ADD || op == Operator.MOD) && "builtins.str".equals(left)) {
            return Resolution.known("builtins.str", operation, op == Operator.MOD ? "formats text" : "adds to text");
        }
        String result = op == Operator.DIV ? quotient(left, right) : null;
        if (result != null) {
            return Resolution.known(result, operation, "dividing " + left + " by " + right + " gives " + result);
        }
        result = arithmetic(left, op, right);
        return result == null
                ? Resolution.unknown(operation, "nothing says what type the operation gives")
                : Resolution.known(result, operation, "arithmetic on numbers");
    }

    /** Paths are joined by dividing them; the table says what a type's {@code __truediv__} gives. */
    private String quotient(String left, String right) {
        String result = left == null ? null : types.table().returned(left + ".__truediv__");
        return result != null || right == null ? result : types.table().returned(right + ".__rtruediv__");
    }

    private String arithmetic(String left, Operator op, String right) {
        boolean integers = isInteger(left) && isInteger(right);
        boolean numbers = isNumber(left) && isNumber(right);
        switch (op) {
            case ADD:
            case SUB:
            case MULT:
            case FLOOR_DIV:
            case MOD:
                return integers ? "builtins.int" : numbers ? "builtins.float" : null;
            case DIV:
                return integers && python2 ? "builtins.int" : numbers ? "builtins.float" : null;
            case BIT_AND:
            case BIT_OR:
            case BIT_XOR:
            case L_SHIFT:
            case R_SHIFT:
                return integers ? "builtins.int" : null;
            default:
                return null;
        }
    }

    private static boolean isInteger(String type) {
        return "builtins.int".equals(type) || "builtins.bool".equals(type);
    }

    private static boolean isNumber(String type) {
        return isInteger(type) || "builtins.float".equals(type);
    }

    Resolution typeOfSigned(UnaryOp operation) {
        Resolution operand = types.typeOf(operation.operand());
        return isNumber(operand.name()) && !"builtins.bool".equals(operand.name())
                ? operand
                : Resolution.unknown(operation, "nothing says what type the operation gives");
    }

    /** Comparisons of foreign objects may give anything; tests of identity and membership are always bool. */
    Resolution typeOf(Compare comparison) {
        boolean builtins = isBuiltin(comparison.left());
        for (Comparison step : comparison.comparisons()) {
            CompareOperator op = step.op();
            builtins &= isBuiltin(step.right());
            boolean test = op == CompareOperator.IS
                    || op == CompareOperator.IS_NOT
                    || op == CompareOperator.IN
                    || op == CompareOperator.NOT_IN;
            if (!test && !builtins) {
                return Resolution.unknown(comparison, "the comparison may give anything");
            }
        }
        return Resolution.known("builtins.bool", comparison, "a comparison");
    }

    private boolean isBuiltin(Expression operand) {
        String type = types.typeOf(operand).name();
        return type != null && type.startsWith("builtins.");
    }

    Resolution typeOfAugmented(AugAssign assignment) {
        Resolution value = types.typeOf(assignment.value());
        if (assignment.op() == AugOperator.ADD && "builtins.str".equals(value.name())) {
            return Resolution.known("builtins.str", assignment, "text is appended");
        }
        return Resolution.unknown(assignment, "nothing says what type the operation gives");
    }
}
