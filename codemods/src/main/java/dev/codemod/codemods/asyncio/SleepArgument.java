package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Starred;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;

/**
 * The argument of {@code time.sleep}: it raises {@code ValueError} for a negative number, while the sleep of an event
 * loop returns at once.
 */
final class SleepArgument {
    private SleepArgument() {}

    static Verdict judge(Call sleep, Semantics semantics) {
        if (sleep.arguments().size() != 1
                || sleep.arguments().first() instanceof Starred
                || !(sleep.arguments().first() instanceof Expression delay)) {
            return Verdict.refuse(
                    "unknown-arguments",
                    "time.sleep takes exactly one argument, by position: write it out to have it rewritten");
        }
        return mayBeNegative(delay, semantics)
                ? Verdict.unsafe(
                        "negative-delay",
                        "time.sleep raises ValueError if the delay is negative, the awaitable sleep returns at once")
                : Verdict.SAFE;
    }

    private static boolean mayBeNegative(Expression delay, Semantics semantics) {
        if (isAtLeastZero(delay, semantics)) {
            return false;
        }
        if (hasMinus(delay)) {
            return true;
        }
        Reaching reaching = delay instanceof Name name ? semantics.reaching(name) : null;
        if (reaching == null) {
            return false;
        }
        for (Definition definition : reaching.definitions()) {
            Expression value = definition.value();
            if (value != null && hasMinus(value) && !isAtLeastZero(value, semantics)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an expression is {@code max(0, ...)}, in any order. */
    private static boolean isAtLeastZero(Expression expression, Semantics semantics) {
        return expression instanceof Call call
                && "builtins.max".equals(semantics.qualifiedName(call.func()))
                && call.arguments().size() > 1
                && call.arguments().stream().anyMatch(argument -> argument instanceof NumberConstant)
                && call.arguments().stream()
                        .allMatch(argument -> argument instanceof Expression && !(argument instanceof Starred));
    }

    private static boolean hasMinus(Expression expression) {
        return expression.findAll(BinOp.class).stream().anyMatch(op -> op.op() == Operator.SUB)
                || expression.findAll(UnaryOp.class).stream().anyMatch(op -> op.op() == UnaryOperator.U_SUB);
    }
}
