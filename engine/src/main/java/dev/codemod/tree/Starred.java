// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * *value, in a call, a display or a target.
 *
 * <pre>{@code '*' value:Expression(bitor)}</pre>
 */
public final class Starred extends Expression {
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Starred(Origin origin, int first, int last, Expression value) {
        super(origin, first, last);
        this.value = value;
    }

    private Starred(Starred from, Expression value) {
        super(Edit.of(from), from);
        this.value = value;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Starred withValue(Expression value) {
        return copy(value);
    }

    Starred copy(Expression value) {
        java.util.Objects.requireNonNull(value, "value is null");
        return value == this.value ? this : new Starred(this, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.STARRED;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0]);
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
