package dev.codemod.codemods.asyncio;

import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
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

    static Verdict judge(Call sleep) {
        if (sleep.arguments().size() != 1 || sleep.arguments().first() instanceof Starred) {
            return Verdict.refuse(
                    "unknown-arguments", "time.sleep takes exactly one argument: write it out to have it rewritten");
        }
        boolean hasDifference = sleep.findAll(BinOp.class).stream().anyMatch(op -> op.op() == Operator.SUB)
                || sleep.findAll(UnaryOp.class).stream().anyMatch(op -> op.op() == UnaryOperator.U_SUB);
        return hasDifference
                ? Verdict.unsafe(
                        "negative-delay",
                        "time.sleep raises ValueError if the delay is negative, the awaitable sleep returns at once")
                : Verdict.SAFE;
    }
}
