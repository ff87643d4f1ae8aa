// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An operator of a comparison and its right operand.
 *
 * <pre>{@code op{@literal @}CompareOperator right:Expression(bitor)}</pre>
 */
public final class Comparison extends Node {
    private final CompareOperator op;
    private final Expression right;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Comparison(Origin origin, int first, int last, CompareOperator op, Expression right) {
        super(origin, first, last);
        this.op = op;
        this.right = right;
    }

    private Comparison(Comparison from, CompareOperator op, Expression right) {
        super(Edit.of(from), from);
        this.op = op;
        this.right = right;
    }

    /** Returns the op. */
    public CompareOperator op() {
        return op;
    }

    /** Returns the right. */
    public Expression right() {
        return right;
    }

    /** Returns a copy with another op, or this node if it is the same. */
    public Comparison withOp(CompareOperator op) {
        return copy(op, right);
    }

    /** Returns a copy with another right, or this node if it is the same. */
    public Comparison withRight(Expression right) {
        return copy(op, right);
    }

    Comparison copy(CompareOperator op, Expression right) {
        java.util.Objects.requireNonNull(op, "op is null");
        java.util.Objects.requireNonNull(right, "right is null");
        return op == this.op && right == this.right ? this : new Comparison(this, op, right);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COMPARISON;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return op;
            case 1:
                return right;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((CompareOperator) slots[0], (Expression) slots[1]);
    }

    @Override
    public <R, A> R accept(GenericVisitor<R, A> visitor, A arg) {
        return visitor.visit(this, arg);
    }

    @Override
    public <A> void accept(VoidVisitor<A> visitor, A arg) {
        visitor.visit(this, arg);
    }
}
// spotless:on
