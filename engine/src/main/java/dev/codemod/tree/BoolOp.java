// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * and/or over two or more operands.
 *
 * <pre>{@code values:Expression(operator)~BoolOperator+}</pre>
 */
public final class BoolOp extends Expression {
    private final BoolOperator op;
    private final NodeList<Expression> values;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public BoolOp(Origin origin, int first, int last, BoolOperator op, NodeList<Expression> values) {
        super(origin, first, last);
        this.op = op;
        this.values = values;
    }

    private BoolOp(BoolOp from, BoolOperator op, NodeList<Expression> values) {
        super(Edit.of(from), from);
        this.op = op;
        this.values = values;
    }

    /** Returns the op. */
    public BoolOperator op() {
        return op;
    }

    /** Returns the values. */
    public NodeList<Expression> values() {
        return values;
    }

    /** Returns a copy with another op, or this node if it is the same. */
    public BoolOp withOp(BoolOperator op) {
        return copy(op, values);
    }

    /** Returns a copy with another values, or this node if it is the same. */
    public BoolOp withValues(NodeList<Expression> values) {
        return copy(op, values);
    }

    BoolOp copy(BoolOperator op, NodeList<Expression> values) {
        java.util.Objects.requireNonNull(op, "op is null");
        java.util.Objects.requireNonNull(values, "values is null");
        return op == this.op && values == this.values ? this : new BoolOp(this, op, values);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BOOL_OP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return op;
            case 1:
                return values;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((BoolOperator) slots[0], (NodeList<Expression>) slots[1]);
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
