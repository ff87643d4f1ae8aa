// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An augmented assignment.
 *
 * <pre>{@code target:Expression(primary) op{@literal @}AugOperator value:Expression(yield)}</pre>
 */
public final class AugAssign extends Statement {
    private final Expression target;
    private final AugOperator op;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public AugAssign(Origin origin, int first, int last, Expression target, AugOperator op, Expression value) {
        super(origin, first, last);
        this.target = target;
        this.op = op;
        this.value = value;
    }

    private AugAssign(AugAssign from, Expression target, AugOperator op, Expression value) {
        super(Edit.of(from), from);
        this.target = target;
        this.op = op;
        this.value = value;
    }

    /** Returns the target. */
    public Expression target() {
        return target;
    }

    /** Returns the op. */
    public AugOperator op() {
        return op;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public AugAssign withTarget(Expression target) {
        return copy(target, op, value);
    }

    /** Returns a copy with another op, or this node if it is the same. */
    public AugAssign withOp(AugOperator op) {
        return copy(target, op, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public AugAssign withValue(Expression value) {
        return copy(target, op, value);
    }

    AugAssign copy(Expression target, AugOperator op, Expression value) {
        java.util.Objects.requireNonNull(target, "target is null");
        java.util.Objects.requireNonNull(op, "op is null");
        java.util.Objects.requireNonNull(value, "value is null");
        return target == this.target && op == this.op && value == this.value ? this : new AugAssign(this, target, op, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.AUG_ASSIGN;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return target;
            case 1:
                return op;
            case 2:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (AugOperator) slots[1], (Expression) slots[2]);
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
