// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A unary operation.
 *
 * <pre>{@code op{@literal @}UnaryOperator operand:Expression(operator)}</pre>
 */
public final class UnaryOp extends Expression {
    private final UnaryOperator op;
    private final Expression operand;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public UnaryOp(Origin origin, int first, int last, UnaryOperator op, Expression operand) {
        super(origin, first, last);
        this.op = op;
        this.operand = operand;
    }

    private UnaryOp(UnaryOp from, UnaryOperator op, Expression operand) {
        super(Edit.of(from), from);
        this.op = op;
        this.operand = operand;
    }

    /** Returns the op. */
    public UnaryOperator op() {
        return op;
    }

    /** Returns the operand. */
    public Expression operand() {
        return operand;
    }

    /** Returns a copy with another op, or this node if it is the same. */
    public UnaryOp withOp(UnaryOperator op) {
        return copy(op, operand);
    }

    /** Returns a copy with another operand, or this node if it is the same. */
    public UnaryOp withOperand(Expression operand) {
        return copy(op, operand);
    }

    UnaryOp copy(UnaryOperator op, Expression operand) {
        java.util.Objects.requireNonNull(op, "op is null");
        java.util.Objects.requireNonNull(operand, "operand is null");
        return op == this.op && operand == this.operand ? this : new UnaryOp(this, op, operand);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.UNARY_OP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return op;
            case 1:
                return operand;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((UnaryOperator) slots[0], (Expression) slots[1]);
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
