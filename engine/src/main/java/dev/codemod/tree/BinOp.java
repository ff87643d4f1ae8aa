// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A binary operation.
 *
 * <pre>{@code left:Expression(operator) op{@literal @}Operator right:Expression(operator)}</pre>
 */
public final class BinOp extends Expression {
    private final Expression left;
    private final Operator op;
    private final Expression right;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public BinOp(Origin origin, int first, int last, Expression left, Operator op, Expression right) {
        super(origin, first, last);
        this.left = left;
        this.op = op;
        this.right = right;
    }

    private BinOp(BinOp from, Expression left, Operator op, Expression right) {
        super(Edit.of(from), from);
        this.left = left;
        this.op = op;
        this.right = right;
    }

    /** Returns the left. */
    public Expression left() {
        return left;
    }

    /** Returns the op. */
    public Operator op() {
        return op;
    }

    /** Returns the right. */
    public Expression right() {
        return right;
    }

    /** Returns a copy with another left, or this node if it is the same. */
    public BinOp withLeft(Expression left) {
        return copy(left, op, right);
    }

    /** Returns a copy with another op, or this node if it is the same. */
    public BinOp withOp(Operator op) {
        return copy(left, op, right);
    }

    /** Returns a copy with another right, or this node if it is the same. */
    public BinOp withRight(Expression right) {
        return copy(left, op, right);
    }

    BinOp copy(Expression left, Operator op, Expression right) {
        java.util.Objects.requireNonNull(left, "left is null");
        java.util.Objects.requireNonNull(op, "op is null");
        java.util.Objects.requireNonNull(right, "right is null");
        return left == this.left && op == this.op && right == this.right ? this : new BinOp(this, left, op, right);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BIN_OP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return left;
            case 1:
                return op;
            case 2:
                return right;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Operator) slots[1], (Expression) slots[2]);
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
