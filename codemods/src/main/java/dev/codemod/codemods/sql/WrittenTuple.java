package dev.codemod.codemods.sql;

import dev.codemod.tree.BinOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Tuple;
import java.util.List;

/** The tuple of a {@code %} operation, which becomes the parameters with its layout and comments. */
final class WrittenTuple {
    private WrittenTuple() {}

    /** Returns the tuple if its elements are the parameters of a plan, all of them and in their order; else null. */
    static Expression of(QueryPlan plan) {
        Piece piece = plan.query().fields().get(0).piece();
        if (piece == null
                || !(piece.operation() instanceof BinOp operation)
                || !(operation.right() instanceof Tuple tuple)
                || !tuple.isParenthesized()) {
            return null;
        }
        List<ParameterMerge.Slot> slots = plan.slots();
        if (slots.size() != tuple.elements().size()) {
            return null;
        }
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isUnpacked()
                    || slots.get(i).value() != tuple.elements().get(i)) {
                return null;
            }
        }
        return tuple;
    }
}
